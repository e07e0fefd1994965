import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CROP_PX } from '../faces/face-set.ts';
import { hammingDistance, nearDuplicateHash } from './hash.ts';

/** Grey levels by place. */
const crop = (grey: (x: number, y: number) => number) =>
  Uint8Array.from({ length: CROP_PX * CROP_PX }, (_, i) => grey(i % CROP_PX, Math.floor(i / CROP_PX)));

const bits = ({ high, low }: { high: number; low: number }) =>
  [high, low]
    .map((half) => (half >>> 0).toString(2).padStart(32, '0'))
    .join('')
    .match(/.{8}/g);

it('says of each block of the centre whether it is brighter than half of its band', () => {
  const leftIsBright = crop((x) => (x < 30 ? 200 : 0));
  expect(bits(nearDuplicateHash(leftIsBright, false))).toEqual(Array(8).fill('11110000'));
  expect(bits(nearDuplicateHash(leftIsBright, true))).toEqual(Array(8).fill('00001111'));
});

it('does not see the rim, nor a change of brightness', () => {
  const face = crop((x, y) => 20 + ((x * 7 + y * 13) % 60) + 2 * x);
  const rimmed = crop((x, y) => (Math.min(x, y, 59 - x, 59 - y) < 6 ? 255 : face[y * CROP_PX + x]!));
  expect(nearDuplicateHash(rimmed, false)).toEqual(nearDuplicateHash(face, false));
  const brighter = face.map((grey) => grey + 40);
  expect(nearDuplicateHash(brighter, false)).toEqual(nearDuplicateHash(face, false));
});

it('is, mirrored, that of the mirrored crop', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 11, maxLength: 40 }), (levels) => {
      const face = crop((x, y) => levels[(x * x + 3 * x * y + 7 * y) % levels.length]!);
      const inMirror = crop((x, y) => face[y * CROP_PX + CROP_PX - 1 - x]!);
      expect(nearDuplicateHash(face, true)).toEqual(nearDuplicateHash(inMirror, false));
    }),
  );
});

it('reads every row of the centre, and only those', () => {
  // One bright row in an otherwise black band: what is left out of it, or read of the rim, moves bits.
  const rowIsBright = (row: number) =>
    nearDuplicateHash(
      crop((x, y) => (y === row && x < 30 ? 255 : 0)),
      false,
    );
  for (const row of [6, 29, 53])
    expect(rowIsBright(row)).not.toEqual(
      nearDuplicateHash(
        crop(() => 0),
        false,
      ),
    );
  for (const row of [5, 54])
    expect(rowIsBright(row)).toEqual(
      nearDuplicateHash(
        crop(() => 0),
        false,
      ),
    );
});

it('counts the bits that differ, as a loop over them does', () => {
  const hash = fc.record({ high: fc.integer(), low: fc.integer() });
  fc.assert(
    fc.property(hash, hash, (a, b) => {
      const [x, y] = [bits(a)!.join(''), bits(b)!.join('')];
      const slow = [...x].filter((bit, i) => bit !== y[i]).length;
      expect(hammingDistance(a, b)).toBe(slow);
    }),
  );
});

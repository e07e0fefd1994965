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
  const leftIsBright = crop((x) => (x < 30 ? 200 : 50));
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

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyFor, sealPiece, unsealPieces } from './sealed-pieces.node.ts';

const dataKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const key = keyFor(dataKey, 'files');
const place = (piece: number) => `name#${piece}`;

test('a file of sealed pieces is what it was, and shows nothing of it', () => {
  const pieces = [randomBytes(1000), new Uint8Array(0), Buffer.from('the last of them')];
  const sealed = Buffer.concat(pieces.map((each, index) => sealPiece(each, key, place(index))));
  expect(Buffer.from(unsealPieces(sealed, [key], place)).equals(Buffer.concat(pieces))).toBe(true);
  expect(sealed.includes('the last of them')).toBe(false);
  expect(unsealPieces(new Uint8Array(0), [key], place)).toHaveLength(0);
});

test('pieces that were changed, moved, cut off or sealed under another key are refused', () => {
  const [a, b] = [sealPiece(Buffer.from('one'), key, place(0)), sealPiece(Buffer.from('two'), key, place(1))];
  const open =
    (sealed: Uint8Array, by = key) =>
    () =>
      unsealPieces(sealed, [by], place);
  expect(open(Buffer.concat([a, b]))).not.toThrow();
  expect(open(Buffer.concat([b, a]))).toThrow();
  expect(open(Buffer.concat([a, b]).subarray(0, -1))).toThrow();
  const changed = Buffer.concat([a, b]);
  changed[20] = changed[20]! ^ 1;
  expect(open(changed)).toThrow();
  expect(open(Buffer.concat([a, b]), keyFor(dataKey, 'another'))).toThrow();
});

test('a file that was gone on with under another key opens with both, in whatever order', () => {
  const next = keyFor(dataKey, 'next');
  const sealed = Buffer.concat([
    sealPiece(Buffer.from('one '), key, place(0)),
    sealPiece(Buffer.from('two'), next, place(1)),
  ]);
  for (const keys of [
    [key, next],
    [next, key],
  ] as const) {
    expect(Buffer.from(unsealPieces(sealed, keys, place)).toString()).toBe('one two');
  }
  expect(() => unsealPieces(sealed, [next], place)).toThrow();
});

import { expect, test } from 'vitest';
import { splitPieces } from './split-pieces.ts';

/** A piece as the service seals it: its length, then so many bytes. */
function piece(length: number, fill: number): number[] {
  return [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255, ...Array(length).fill(fill)];
}

test('a file is taken apart into its pieces, each with its length before it', () => {
  const file = Uint8Array.from([...piece(300, 7), ...piece(2, 9)]);
  expect(splitPieces(file)?.map((each) => [...each])).toEqual([piece(300, 7), piece(2, 9)]);
  // A view into a larger buffer is read where it lies.
  expect(splitPieces(Uint8Array.from([1, ...piece(2, 9)]).subarray(1))).toHaveLength(1);
});

test('a file that is empty, cut off or something else is none', () => {
  const file = Uint8Array.from(piece(300, 7));
  for (const bytes of [
    file.subarray(0, 0),
    file.subarray(0, 3),
    file.subarray(0, -1),
    Uint8Array.from([255, 255, 255, 255, 0]),
  ]) {
    expect(splitPieces(bytes), String(bytes.length)).toBeNull();
  }
});

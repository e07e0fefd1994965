import { expect, test } from 'vitest';
import { isWholeMatroska } from './is-whole-matroska.ts';

const HEADER = [0x1a, 0x45, 0xdf, 0xa3, 0x83, 1, 2, 3];
const SEGMENT = [0x18, 0x53, 0x80, 0x67];
const LENGTH_OF_300 = [0x41, 0x2c];

const file = (...bytes: readonly number[][]) => new Blob([Uint8Array.from(bytes.flat())]);
const content = (length: number) => Array<number>(length).fill(7);

test('a file that is as long as it says, or longer, is whole; one that is shorter is cut off', async () => {
  expect(await isWholeMatroska(file(HEADER, SEGMENT, LENGTH_OF_300, content(300)))).toBe(true);
  expect(await isWholeMatroska(file(HEADER, SEGMENT, LENGTH_OF_300, content(301)))).toBe(true);
  expect(await isWholeMatroska(file(HEADER, SEGMENT, LENGTH_OF_300, content(299)))).toBe(false);
});

test('a length of eight bytes, as most programs write it', async () => {
  const length = [1, 0, 0, 0, 0, 0, 1, 0];
  expect(await isWholeMatroska(file(HEADER, SEGMENT, length, content(256)))).toBe(true);
  expect(await isWholeMatroska(file(HEADER, SEGMENT, length, content(255)))).toBe(false);
});

test('what was recorded straight into the file does not know its length', async () => {
  const unknown = [1, 255, 255, 255, 255, 255, 255, 255];
  expect(await isWholeMatroska(file(HEADER, SEGMENT, unknown, content(9)))).toBe(true);
  expect(await isWholeMatroska(file(HEADER, SEGMENT, [255], content(9)))).toBe(true);
});

test('a file without a segment says nothing', async () => {
  expect(await isWholeMatroska(file(HEADER))).toBe(true);
  expect(await isWholeMatroska(file([]))).toBe(true);
});

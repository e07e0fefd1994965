import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { KeptAside } from './kept-aside.ts';

let dir: string;
let file: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-aside-'));
  file = join(dir, 'kept-aside');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** A piece of so many bytes, its length before them. */
function piece(length: number, fill: number): Buffer {
  const bytes = Buffer.alloc(4 + length, fill);
  bytes.writeUInt32BE(length);
  return bytes;
}

test('pieces are there in their order, also for the next program, until they are cleared', () => {
  const kept = new KeptAside(file);
  expect(kept.add(piece(10, 1)), 'nothing was prepared').toBe(false);
  kept.prepare();
  expect(kept.isEmpty).toBe(true);
  const added = [piece(10, 1), piece(5000, 2)];
  for (const each of added) expect(kept.add(each)).toBe(true);
  const next = new KeptAside(file);
  // To prepare it again takes nothing away.
  next.prepare();
  expect(next.isEmpty).toBe(false);
  expect(next.add(piece(7, 3))).toBe(true);
  expect(next.pieces().map((each) => each.length)).toEqual([14, 5004, 11]);
  expect(
    next
      .pieces()
      .slice(0, 2)
      .map((each) => Buffer.from(each)),
  ).toEqual(added);
  next.clear();
  expect(new KeptAside(file).isEmpty).toBe(true);
  expect(readFileSync(file).every((byte) => byte === 0)).toBe(true);
});

test('a piece whose writing was cut off is not there, and no room is used twice', () => {
  const kept = new KeptAside(file);
  kept.prepare();
  kept.add(piece(10, 1));
  const bytes = readFileSync(file);
  bytes.fill(9, 18, 100);
  writeFileSync(file, bytes);
  expect(new KeptAside(file).pieces()).toHaveLength(1);
  const large = piece(1_000_000, 2);
  let count = 0;
  while (kept.add(large)) count++;
  expect(count).toBe(8);
  expect(new KeptAside(file).pieces()).toHaveLength(9);
});

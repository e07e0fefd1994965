import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { mountSmallDisk, NO_SMALL_DISK } from '../training/testing/small-disk.node.ts';
import { writeFileAtomically } from './atomic-file.node.ts';

const disk = mountSmallDisk(1);
const dir = disk?.dir ?? '';
if (!disk) console.warn(`writing a small file on a full disk is not tested: ${NO_SMALL_DISK}`);

afterAll(() => disk?.[Symbol.dispose]());

it.skipIf(!disk)('a disk with room for a part of the file keeps the old one whole, and says that it is full', () => {
  const file = join(dir, 'keys.json');
  const [before, after] = ['old '.repeat(3000), 'new '.repeat(3000)];
  writeFileAtomically(file, before);
  // The system takes the first page, says so, and only then has no more room.
  disk!.fill(4096);
  expect(() => writeFileAtomically(file, after)).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(readdirSync(dir).sort()).toEqual(['filler', 'keys.json']);
  disk!.makeRoom();
  writeFileAtomically(file, after);
  expect(readFileSync(file, 'utf8')).toBe(after);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

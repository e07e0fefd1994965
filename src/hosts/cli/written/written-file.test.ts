import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWanted, writeWhole } from './written-file.ts';

const PIECES = [Buffer.from('one,'), Buffer.from('two')];

let dir: string;
const at = (name: string) => join(dir, name);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faceward-written-'));
});

afterEach(() => rmSync(dir, { recursive: true }));

test('takes the place of what was there, and leaves nothing beside it', async () => {
  writeFileSync(at('r.csv'), 'before, and longer');
  expect(await writeWanted(at('r.csv'), PIECES)).toBe(7);
  expect(readFileSync(at('r.csv'), 'utf8')).toBe('one,two');
  expect(readdirSync(dir)).toEqual(['r.csv']);
});

test('leaves nothing where its place cannot be taken in the end', async () => {
  function* pieces() {
    yield* PIECES;
    // As a spreadsheet that has the file open by then.
    mkdirSync(at('r.csv'));
  }
  await expect(writeWhole(at('r.csv'), pieces())).rejects.toThrow(/rename/);
  expect(readdirSync(dir)).toEqual(['r.csv']);
});

const hasPosix = process.platform !== 'win32';
if (!hasPosix) console.warn('links and pipes are not written to: Windows makes them for an administrator only');

test.skipIf(!hasPosix)('follows a link to a file, which stays a link', async () => {
  writeFileSync(at('there.csv'), 'before, and longer');
  symlinkSync('there.csv', at('link.csv'));
  await writeWanted(at('link.csv'), PIECES);
  expect(readlinkSync(at('link.csv'))).toBe('there.csv');
  expect(readFileSync(at('there.csv'), 'utf8')).toBe('one,two');
  symlinkSync('new.csv', at('ahead.csv'));
  await writeWanted(at('ahead.csv'), PIECES);
  expect(readFileSync(at('new.csv'), 'utf8')).toBe('one,two');
  expect(readdirSync(dir).toSorted()).toEqual(['ahead.csv', 'link.csv', 'new.csv', 'there.csv']);
});

test.skipIf(!hasPosix)('writes to a pipe, which stays one', async () => {
  execFileSync('mkfifo', [at('pipe')]);
  const reader = spawn('cat', [at('pipe')]);
  const [read, bytes] = await Promise.all([text(reader.stdout), writeWanted(at('pipe'), PIECES)]);
  expect([read, bytes]).toEqual(['one,two', 7]);
  expect(readdirSync(dir)).toEqual(['pipe']);
});

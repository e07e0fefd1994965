import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { systemWords } from './system-words.ts';

const dir = mkdtempSync(join(tmpdir(), 'faceward-system-words-'));
afterAll(() => rmSync(dir, { recursive: true }));

function saidOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return systemWords((error as Error).message);
  }
  throw new Error('it was expected to fail');
}

test('what the system says of a path is put into words, with the path', () => {
  const file = join(dir, 'file');
  writeFileSync(file, '');
  const none = join(dir, 'none');
  expect(saidOf(() => readFileSync(none))).toBe(`it is not there (${none})`);
  expect(saidOf(() => readFileSync(dir))).toMatch(/^it is a folder, and a file was expected/);
  expect(saidOf(() => readFileSync(join(file, 'x')))).toMatch(/^a part of its path is a file and no folder/);
  expect(saidOf(() => renameSync(none, file))).toBe(`it is not there (${none} to ${file})`);
  expect(saidOf(() => readFileSync(join(dir, 'x'.repeat(4000))))).toMatch(
    /^its name is longer than this system allows/,
  );
  expect(saidOf(() => readFileSync('a\0b'))).toBe('a path without zero bytes was expected; found a\\x00b');
});

test('what stands around it stays, and what is unknown stays as it is', () => {
  expect(systemWords("--out: x cannot be made: EROFS: read-only file system, mkdir 'x'")).toBe(
    '--out: x cannot be made: that disk can only be read (x)',
  );
  expect(systemWords("EUNKNOWN: some thing, open 'x'")).toBe("EUNKNOWN: some thing, open 'x'");
  expect(systemWords('EMOTION: 3, other')).toBe('EMOTION: 3, other');
});

import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeFolder } from './make-folder.node.ts';

const dir = mkdtempSync(join(tmpdir(), 'faceward-make-folder-'));
afterAll(() => rmSync(dir, { recursive: true }));

test('a folder is made with those above it, once', () => {
  const path = join(dir, 'a', 'b', 'c');
  makeFolder(path, 0o700);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
  if (process.platform !== 'win32') expect(statSync(join(dir, 'a')).mode & 0o777).toBe(0o700);
});

test('what cannot be made is told, and does not hang', () => {
  writeFileSync(join(dir, 'file'), '');
  expect(() => makeFolder(join(dir, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(dir, 'file', 'x'))).toThrow('ENOTDIR');
  expect(() => makeFolder(join(dir, 'x'.repeat(4000)))).toThrow('ENAMETOOLONG');
  expect(() => makeFolder(join(dir, 'a\0b'))).toThrow('null bytes');
  if (process.platform === 'linux') expect(() => makeFolder('/proc/none/x')).toThrow('ENOENT');
});

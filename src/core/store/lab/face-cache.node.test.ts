import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { faceCacheFile, openFaceCache } from './face-cache.node.ts';

const NAME = Uint8Array.of(1, 2, 3);

function temporaryFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-cache-'));
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

it('gives back what was put, also when opened again, and the last of two', () => {
  using folder = temporaryFolder();
  const file = faceCacheFile(join(folder.dir, 'data'));
  {
    using cache = openFaceCache(file);
    expect(cache.get(NAME)).toBeNull();
    cache.put(NAME, Uint8Array.of(7));
    cache.put(NAME, Uint8Array.of(8, 9));
  }
  using cache = openFaceCache(file);
  expect([...cache.get(NAME)!]).toEqual([8, 9]);
});

it('forgets the oldest when it has grown too large', () => {
  using folder = temporaryFolder();
  const file = faceCacheFile(folder.dir);
  {
    using cache = openFaceCache(file);
    for (let i = 0; i < 10; i += 1) cache.put(Uint8Array.of(i), Uint8Array.of(i));
  }
  using cache = openFaceCache(file, 4);
  const kept = Array.from({ length: 10 }, (_, i) => i).filter((i) => cache.get(Uint8Array.of(i)));
  expect(kept).toEqual([6, 7, 8, 9]);
});

it('says what to do about a file that is no cache', () => {
  using folder = temporaryFolder();
  const file = faceCacheFile(folder.dir);
  writeFileSync(file, 'not a database at all, but long enough to be looked at as one'.repeat(100));
  expect(() => openFaceCache(file)).toThrow(/crops.db cannot be used .*delete it/);
});

it('is written by two processes at once', async () => {
  using folder = temporaryFolder();
  const file = faceCacheFile(folder.dir);
  const module = pathToFileURL(join(import.meta.dirname, 'face-cache.node.ts')).href;
  const program = (first: number) =>
    `import { openFaceCache } from ${JSON.stringify(module)};
     using cache = openFaceCache(${JSON.stringify(file)});
     for (let i = 0; i < 300; i += 1) cache.put(Uint8Array.of(${first}, i >> 8, i), new Uint8Array(3629).fill(${first}));`;
  const run = promisify(execFile);
  await Promise.all([1, 2].map((first) => run(process.execPath, ['--input-type=module', '--eval', program(first)])));
  using cache = openFaceCache(file);
  for (const first of [1, 2]) {
    for (let i = 0; i < 300; i += 1) expect(cache.get(Uint8Array.of(first, i >> 8, i))?.[0]).toBe(first);
  }
});

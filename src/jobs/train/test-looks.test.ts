import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testSetHash } from '../../core/registry/subjects/test-set-hash.node.ts';
import { countTestLook } from './test-looks.node.ts';

function temporaryFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-looks-'));
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }) };
}

it('counts the looks at each test set apart, whoever looks', () => {
  using folder = temporaryFolder();
  const dataDir = join(folder.dir, 'data');
  const look = (testHash: string, modelId: string) => countTestLook(dataDir, { testHash, modelId, atMs: 0 });
  expect([look('a', 'one'), look('b', 'one'), look('a', 'two'), look('a', 'one')]).toEqual([1, 1, 2, 3]);
});

it('counts a line that was cut short as a look', () => {
  using folder = temporaryFolder();
  const look = () => countTestLook(folder.dir, { testHash: 'a', modelId: 'one', atMs: 0 });
  look();
  appendFileSync(join(folder.dir, 'test-looks.jsonl'), '{"testHash":"a","mod\n');
  expect(look()).toBe(3);
});

it('knows a test set by who is in it', () => {
  expect(testSetHash(['c1', 'c2', 'c1'])).toBe(testSetHash(['c2', 'c1']));
  expect(testSetHash(['c1'])).not.toBe(testSetHash(['c1', 'c2']));
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { ImageRecord } from '../dataset.ts';
import { readDataset } from '../read-dataset.node.ts';
import { temporaryDataset } from '../testing/temporary-dataset.node.ts';
import type { FaceCache } from './face-cache.ts';
import { loadFaces } from './load-faces.node.ts';

const COHORT = join(import.meta.dirname, '../../../../resources/demo-cohort');

let cohort: readonly ImageRecord[];

beforeAll(async () => {
  await startWasm();
  cohort = (await readDataset([COHORT], { labelColumn: 'emotion' })).records;
});

/** In memory, counting what it is asked. */
class CountingCache implements FaceCache {
  readonly entries = new Map<string, Uint8Array>();
  hits = 0;
  puts = 0;

  get(name: Uint8Array): Uint8Array | null {
    const found = this.entries.get(Buffer.from(name).toString('hex')) ?? null;
    if (found) this.hits += 1;
    return found;
  }

  put(name: Uint8Array, sealed: Uint8Array): void {
    this.puts += 1;
    this.entries.set(Buffer.from(name).toString('hex'), sealed);
  }
}

it('gives the same faces and faults from the cache as from the images', async () => {
  using dataset = temporaryDataset({ 'text.jpg': 'no image at all' });
  const broken = { ...cohort[0]!, dir: dataset.dir, path: 'text.jpg' };
  const gone = { ...broken, path: 'gone.jpg' };
  const records = [...cohort.filter((_, i) => i % 300 === 0), broken, gone];
  const cache = new CountingCache();
  const plain = await loadFaces(records);
  const first = await loadFaces(records, { cache });
  expect([cache.hits, cache.puts]).toEqual([0, records.length - 1]);
  const second = await loadFaces(records, { cache });
  expect([cache.hits, cache.puts]).toEqual([records.length - 1, records.length - 1]);
  expect(first).toEqual(plain);
  expect(second).toEqual(plain);
  expect(plain.problems).toHaveLength(2);
});

it('knows nothing of a changed file, another box or another folder name', async () => {
  using dataset = temporaryDataset({ 'a.jpg': readFileSync(join(COHORT, cohort[0]!.path)) });
  const record = { ...cohort[0]!, dir: dataset.dir, path: 'a.jpg' };
  const cache = new CountingCache();
  await loadFaces([cohort[0]!], { cache });
  await loadFaces([record], { cache });
  expect([cache.hits, cache.puts]).toEqual([1, 1]);
  await loadFaces([{ ...record, box: { ...record.box!, xPx: record.box!.xPx + 1 } }], { cache });
  expect([cache.hits, cache.puts]).toEqual([1, 2]);
  writeFileSync(join(dataset.dir, 'a.jpg'), readFileSync(join(COHORT, cohort[1]!.path)));
  const { faces } = await loadFaces([record], { cache });
  expect([cache.hits, cache.puts]).toEqual([1, 3]);
  expect(faces.crops).toEqual((await loadFaces([record])).faces.crops);
});

it('searches again where an entry is damaged or another’s, and replaces it', async () => {
  const records = cohort.slice(0, 4);
  const cache = new CountingCache();
  const plain = await loadFaces(records, { cache });
  const [flipped, cut, swapped, other] = [...cache.entries.keys()] as [string, string, string, string];
  const sealed = cache.entries.get(flipped)!;
  cache.entries.set(flipped, sealed.with(40, sealed[40]! ^ 1));
  cache.entries.set(cut, cache.entries.get(cut)!.slice(0, 20));
  cache.entries.set(swapped, cache.entries.get(other)!);
  expect(await loadFaces(records, { cache })).toEqual(plain);
  expect(cache.puts).toBe(7);
});

it('holds nothing of an image that could be seen', async () => {
  const cache = new CountingCache();
  const { faces } = await loadFaces([cohort[0]!], { cache });
  const [[name, sealed]] = [...cache.entries] as [[string, Uint8Array]];
  // Grey levels of a face lie close together; of 3,600 random bytes each of 16 equal parts of the range gets about 225.
  const counts = (bytes: Uint8Array) => Array.from({ length: 16 }, (_, k) => bytes.filter((b) => b >> 4 === k).length);
  expect(Math.max(...counts(sealed))).toBeLessThan(310);
  expect(Math.max(...counts(faces.crops))).toBeGreaterThan(500);
  expect(name).toMatch(/^[0-9a-f]{64}$/);
});

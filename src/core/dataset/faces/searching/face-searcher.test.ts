import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { startWasm } from '../../../engine/wasm.node.ts';
import { readDataset } from '../../read-dataset.node.ts';
import type { FoundFace } from '../find-face.ts';
import { openFaceSearcher } from './face-searcher.node.ts';
import type { OpenedBytes } from './search-image.node.ts';

const COHORT = join(import.meta.dirname, '../../../../../resources/demo-cohort');
const MANY = 1000;

let images: readonly OpenedBytes[];
let here: readonly FoundFace[];

beforeAll(async () => {
  await startWasm();
  const { records } = await readDataset([COHORT], { labelColumn: 'emotion' });
  const some = records.filter((_, index) => index % 200 === 0);
  const faces = some.map(({ dir, path, source, box }) => ({ bytes: readFileSync(join(dir, path)), source, box }));
  images = [...faces, { ...faces[0]!, bytes: Buffer.from('no image at all') }];
  here = await searched(openFaceSearcher(1, 2));
});

async function searched(opened: ReturnType<typeof openFaceSearcher>): Promise<FoundFace[]> {
  await using searcher = opened;
  return await Promise.all(images.map((image) => searcher.search(image)));
}

const entry = (file: string) => fileURLToPath(new URL(file, import.meta.url));

test('threads find the same bits and the same faults as this one', async () => {
  expect(here.map(({ kind }) => kind)).toEqual([...images.slice(1).map(() => 'face'), 'fault']);
  expect(openFaceSearcher(MANY, 2).atOnce).toBe(4);
  expect(await searched(openFaceSearcher(MANY, 2))).toEqual(here);
});

test.each([
  '../../testing/dying-search-worker.node.ts',
  './missing.ts',
])('threads that are lost or do not start are done without: %s', async (file) =>
  expect(await searched(openFaceSearcher(MANY, 2, entry(file)))).toEqual(here));

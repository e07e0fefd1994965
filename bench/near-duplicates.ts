import { join } from 'node:path';
import { CROP_PX } from '../src/core/dataset/faces/face-set.ts';
import { loadFaces } from '../src/core/dataset/faces/load-faces.node.ts';
import { findNearDuplicates } from '../src/core/dataset/near-duplicates/near-duplicates.node.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { randomAt } from '../src/core/training/views/random.ts';
import { spreadOf, spreadText } from './spread.ts';

/** What the search for near-duplicates costs in processor time as faces become more: mixtures of three of the demo's faces, 1 in 50 a copy. */

const EVERY_NTH = 6;
const COPIES_EVERY = 50;
const CROP = CROP_PX ** 2;
const TRIES = 3;
const COUNTS = [2500, 10_000, 20_000];

await startWasm();
const { records } = await readDataset([join(import.meta.dirname, '../resources/demo-cohort')], {
  labelColumn: 'emotion',
});
const { faces } = await loadFaces(records.filter((_, index) => index % EVERY_NTH === 0));

function mixtures(count: number) {
  const random = randomAt(7, count);
  const crops = new Uint8Array(count * CROP);
  for (let row = 0; row < count; row += 1) {
    const isCopy = row % COPIES_EVERY === COPIES_EVERY - 1;
    const parts = [0.5, 0.3, 0.2].map((weight) => ({ weight, from: random.integer(faces.count) * CROP }));
    for (let i = 0; i < CROP; i += 1) {
      const grey = isCopy
        ? crops[(row - 1) * CROP + i]!
        : parts.reduce((sum, { weight, from }) => sum + weight * faces.crops[from + i]!, 0);
      crops[row * CROP + i] = Math.max(0, Math.min(255, grey + random.between(-3, 3)));
    }
  }
  return { count, crops, subject: Array.from({ length: count }, (_, row) => String(row)) };
}

let firstS = 0;
for (const count of COUNTS) {
  const set = mixtures(count);
  const tookS: number[] = [];
  let found = 0;
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const began = process.cpuUsage();
    found = (await findNearDuplicates(set, { withinSubjects: true })).length;
    const { user, system } = process.cpuUsage(began);
    tookS.push((user + system) / 1e6);
  }
  const spread = spreadOf(tookS);
  firstS ||= spread.median;
  const times = (spread.median / firstS).toFixed(1);
  console.log(
    `${count} faces: ${spreadText(spread, 2)} s of a processor, n ${TRIES}, ${times} times the first; ${found} pairs`,
  );
}

import { cpus } from 'node:os';
import { join } from 'node:path';
import { loadFaces } from '../src/core/dataset/faces/load-faces.node.ts';
import { readDataset } from '../src/core/dataset/read-dataset.node.ts';
import { startWasm } from '../src/core/engine/wasm.node.ts';
import { spreadOf, spreadText } from './spread.ts';

/** How long it takes to open the demo's images and to find their faces, by one thread and by two, in turn. */

const ROUNDS = Number(process.argv[2] ?? 3);
const THREADS = ['1', '2'] as const;

await startWasm();
const { records } = await readDataset([join(import.meta.dirname, '../resources/demo-cohort')], {
  labelColumn: 'emotion',
});
const tookS: Record<(typeof THREADS)[number], number[]> = { 1: [], 2: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  for (const threads of THREADS) {
    process.env.FACEWARD_WASM_WORKERS = threads;
    const beganMs = performance.now();
    await loadFaces(records);
    tookS[threads].push((performance.now() - beganMs) / 1000);
  }
}
const [one, two] = [spreadOf(tookS[1]), spreadOf(tookS[2])];
console.log(`${records.length} images, ${cpus()[0]?.model}, n ${ROUNDS} each`);
console.log(
  `one thread ${spreadText(one, 1)} s, two ${spreadText(two, 1)} s: ${(one.median / two.median).toFixed(2)} times as fast`,
);

/** Memory of a training process, step by step; see README.md. */

import { Command, Option } from 'commander';
import { ENGINE_NAMES, type EngineName } from '../src/core/engine/engine.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { trainOnEngine } from '../src/core/training/train-on-engine.node.ts';
import { englishOf } from '../src/core/words/failure-sentence.ts';
import { workloadConfig, workloadFaces } from './workload.ts';

interface Options {
  readonly engine?: EngineName;
  readonly batch: number;
  readonly steps: number;
}

const {
  engine: requested,
  batch,
  steps,
} = new Command('memory')
  .addOption(new Option('--engine <name>', 'the engine to measure; the fastest by default').choices(ENGINE_NAMES))
  .option('--batch <size>', 'rows of a batch', Number, 64)
  .option('--steps <n>', 'steps to make', Number, 1000)
  .parse()
  .opts<Options>();

const MEGABYTE = 2 ** 20;
const LINES = 20;

const { engine } = await startEngine({ requested, dataDir: null });
console.log(`${engine.name} on ${englishOf(engine.device)}, batch ${batch}: resident memory and heap in MB`);
const run = trainOnEngine(engine, workloadConfig(batch), workloadFaces(batch), {
  signal: new AbortController().signal,
  saveCheckpoint: () => {},
  checkpoint: null,
  now: () => performance.now(),
  identity: { splitHash: '', engine: engine.name },
});
const residentMb: number[] = [];
for await (const record of run) {
  if (record.kind !== 'step') continue;
  const { rss, heapUsed } = process.memoryUsage();
  residentMb.push(rss / MEGABYTE);
  if (record.step === 1 || record.step % Math.ceil(steps / LINES) === 0) {
    console.log(`step ${record.step}: ${(rss / MEGABYTE).toFixed(0)}, heap ${(heapUsed / MEGABYTE).toFixed(0)}`);
  }
  if (record.step === steps) break;
}
const at = (share: number) => residentMb[Math.min(steps - 1, Math.floor(share * steps))]!;
console.log(
  `growth over the last half: ${(at(1) - at(0.5)).toFixed(0)} MB of ${at(1).toFixed(0)}, most ${Math.max(...residentMb).toFixed(0)} MB, n = ${residentMb.length} steps`,
);

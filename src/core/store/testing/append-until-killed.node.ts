import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { appendBatch } from '../sessions/samples.node.ts';
import { openStore } from '../store.node.ts';
import { sampleAt } from './new-store.node.ts';

/**
 * A recording as a program of its own, for the tests that kill it: fifteen samples a second unless told otherwise, a batch
 * every seven. Says on standard output, a line each, when a sample was seen.
 */
const [file = '', keyHex = '', sessionId = '', pauseMs = ''] = process.argv.slice(2);

const SAMPLE_MS = pauseMs === '' ? 1000 / 15 : Number(pauseMs);
const BATCH_SAMPLES = 7;

const db = openStore(file, Buffer.from(keyHex, 'hex'));
const beganMs = performance.now();
for (let batch = 0; ; batch += 1) {
  const samples = [];
  while (samples.length < BATCH_SAMPLES) {
    await pause(SAMPLE_MS);
    const atMs = performance.now() - beganMs;
    samples.push(sampleAt(atMs));
    process.stdout.write(`${atMs}\n`);
  }
  appendBatch(db, { sessionId, batch, samples, gaps: [], atMs: performance.now() - beganMs });
}

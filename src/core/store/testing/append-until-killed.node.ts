import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { appendBatch } from '../sessions/samples.node.ts';
import { openStore } from '../store.node.ts';
import { sampleAt } from './new-store.node.ts';

/**
 * A recording as a program of its own, for the test that kills it: fifteen samples a second, a batch every half second.
 * Says on standard output, a line each, when a sample was seen.
 */
const [file = '', keyHex = '', sessionId = ''] = process.argv.slice(2);

const SAMPLE_MS = 1000 / 15;
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

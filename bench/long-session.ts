/** Eight hours of readings through the real store, and how quickly they are read again; see README.md. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { appendBatch, readSamples } from '../src/core/store/sessions/samples.node.ts';
import { readWindow } from '../src/core/store/sessions/session-window.node.ts';
import { findSession, stopSession } from '../src/core/store/sessions/sessions.node.ts';
import { closeStore, createStore, openStore, type WritableDb } from '../src/core/store/store.node.ts';
import { createQueryThread, type QueryThread } from '../src/service/runtime/query-thread.ts';
import { timelineOf } from '../src/service/sessions/session-timeline.ts';
import { exactTimeline } from '../src/service/sessions/session-timeline-task.ts';
import { madeBatch } from './long-session/made-batch.ts';
import { newRecording } from './long-session/new-recording.ts';
import { percentile } from './long-session/percentile.ts';

const MEGABYTE = 2 ** 20;
const WINDOWS = 300;
const MOST_ROWS = 1200;
const LIMITS = { atLeast: 0.3, below: 0.2 };

const { hours, batchMs } = new Command('long-session')
  .option('--hours <n>', 'length of the session that is made', Number, 8)
  .option('--batch-ms <ms>', 'time between batches; a live session takes 500', Number, 500)
  .parse()
  .opts<{ hours: number; batchMs: number }>();
const durationMs = hours * 3_600_000;

const dir = mkdtempSync(join(tmpdir(), 'faceward-long-session-'));
try {
  const file = join(dir, 'site.db');
  const key = new Uint8Array(32).fill(9);
  const db = createStore(file, key);
  const sessionId = newRecording(db);
  await record(db, sessionId);
  console.log(`store                ${(statSync(file).size / MEGABYTE).toFixed(0)} MB`);
  windows(db, sessionId);
  stopSession(db, { sessionId, durationMs });
  timed('every sample read', () => readSamples(db, sessionId));
  timed('timeline, exact, here', () => exactTimeline(db, { sessionId, durationMs, distress: LIMITS }));
  const reading = createQueryThread(file, key);
  await inThread(db, reading, sessionId);
  reading.close();
  closeStore(db);
  timed('store opened again', () => closeStore(openStore(file, key)));
} finally {
  rmSync(dir, { recursive: true, force: true });
}

async function record(db: WritableDb, sessionId: string): Promise<void> {
  const tookMs: number[] = [];
  const residentMb: number[] = [];
  const batches = durationMs / batchMs;
  for (let batch = 0; batch < batches; batch += 1) {
    const made = madeBatch(batch * batchMs, batchMs);
    const beganMs = performance.now();
    appendBatch(db, { sessionId, batch, ...made, atMs: (batch + 1) * batchMs });
    tookMs.push(performance.now() - beganMs);
    // As between two calls of a window: what statements held is given back in a turn of the loop.
    await new Promise((resolve) => setImmediate(resolve));
    if (batch % Math.ceil(batches / 8) === 0) residentMb.push(process.memoryUsage.rss() / MEGABYTE);
  }
  residentMb.push(process.memoryUsage.rss() / MEGABYTE);
  console.log(`batch of ${batchMs} ms      ${spread(tookMs)}, n ${tookMs.length}`);
  const spentShare = tookMs.reduce((sum, ms) => sum + ms, 0) / durationMs;
  console.log(`share of a session   ${(100 * spentShare).toFixed(2)} % of its time is spent on storing it`);
  console.log(`resident, by eighths ${residentMb.map((mb) => mb.toFixed(0)).join(' ')} MB`);
}

/** Windows of every length from a second to the whole, anywhere. */
function windows(db: WritableDb, sessionId: string): void {
  const tookMs = Array.from({ length: WINDOWS }, (_, index) => {
    const lengthMs = 1000 * (durationMs / 1000) ** (index / (WINDOWS - 1));
    const fromMs = Math.random() * (durationMs - lengthMs);
    const beganMs = performance.now();
    readWindow(db, sessionId, { fromMs, toMs: fromMs + lengthMs, mostRows: MOST_ROWS });
    return performance.now() - beganMs;
  });
  console.log(`a window             ${spread(tookMs)}, n ${WINDOWS}, at most ${MOST_ROWS} rows`);
}

/** The timeline by the thread: how long, and how long this thread was held up meanwhile at worst. */
async function inThread(db: WritableDb, queries: QueryThread, sessionId: string): Promise<void> {
  const session = findSession(db, sessionId)!;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (const name of ['timeline, first opening', 'timeline, kept']) {
    delay.reset();
    const beganMs = performance.now();
    await timelineOf({ db, queries }, session, LIMITS);
    const tookMs = performance.now() - beganMs;
    // A turn of the loop, so that a block at the end is seen too.
    await new Promise((resolve) => setImmediate(resolve));
    console.log(
      `${name.padEnd(21)}${tookMs.toFixed(0)} ms, this thread held up ${(delay.max / 1e6).toFixed(0)} ms at most`,
    );
  }
  delay.disable();
}

function timed(name: string, work: () => unknown): void {
  const beganMs = performance.now();
  work();
  console.log(`${name.padEnd(21)}${(performance.now() - beganMs).toFixed(0)} ms`);
}

function spread(tookMs: readonly number[]): string {
  const at = (share: number) => percentile(tookMs, share).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

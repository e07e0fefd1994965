import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { inspectPages } from '../src/core/store/opening/inspect-pages.node.ts';
import { appendBatch } from '../src/core/store/sessions/samples.node.ts';
import { stopSession } from '../src/core/store/sessions/sessions.node.ts';
import { closeStore, openStoreAtOnce } from '../src/core/store/store.node.ts';
import { KEY, newSession, newStore, sampleAt } from '../src/core/store/testing/new-store.node.ts';

/** How long opening a store that was closed takes, with one session of eight hours and with as many as two minutes of making allow. */

const HOURS_MS = 8 * 3_600_000;
const EVERY_MS = 100;
const BATCH_MS = 60_000;
const TRIES = 9;
const [most, makingMs] = [Number(process.argv[2] ?? 50), Number(process.argv[3] ?? 120_000)];

async function measure(sessions: number) {
  using store = newStore();
  const endMs = performance.now() + makingMs;
  let made = 0;
  for (; made < sessions && (made === 0 || performance.now() < endMs); made += 1) {
    const sessionId = newSession(store.db, store.childId, store.userId);
    for (let fromMs = 0, batch = 0; fromMs < HOURS_MS; fromMs += BATCH_MS, batch += 1) {
      const samples = Array.from({ length: BATCH_MS / EVERY_MS }, (_, index) => sampleAt(fromMs + index * EVERY_MS));
      appendBatch(store.db, { sessionId, batch, samples, gaps: [], atMs: fromMs + BATCH_MS });
    }
    stopSession(store.db, { sessionId, durationMs: HOURS_MS });
  }
  closeStore(store.db);
  const opening: number[] = [];
  const inspect = async (...order: Parameters<typeof inspectPages>) => inspectPages(...order);
  for (let index = 0; index < TRIES; index += 1) {
    const beganMs = performance.now();
    const { db, areCheckedPages } = await openStoreAtOnce(store.file, KEY, null, { inspect });
    opening.push(performance.now() - beganMs);
    if (areCheckedPages) throw new Error('a store was expected that was closed to its end');
    closeStore(db);
  }
  const beganMs = performance.now();
  inspectPages(store.file, KEY, 'quick_check(1)');
  const checkMs = performance.now() - beganMs;
  return { made, openMs: opening.sort((a, b) => a - b)[(TRIES - 1) / 2]!, checkMs, bytes: statSync(store.file).size };
}

const rows = [await measure(1), await measure(most)];
for (const { made, openMs, checkMs, bytes } of rows) {
  const size = `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(
    `${made} sessions, ${size}: opened in ${openMs.toFixed(1)} ms (median of ${TRIES}); all pages at once ${checkMs.toFixed(0)} ms`,
  );
}
console.log(`ratio ${(rows[1]!.openMs / rows[0]!.openMs).toFixed(2)}, n ${TRIES} each`);

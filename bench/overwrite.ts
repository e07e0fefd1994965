/** What erasing one of many long sessions costs, and whether a session that runs is held up by it; see README.md. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { listUsers } from '../src/core/store/people/users.node.ts';
import { appendBatch } from '../src/core/store/sessions/samples.node.ts';
import type { WritableDb } from '../src/core/store/store.node.ts';
import { putFullChild } from '../src/core/store/testing/full-child.node.ts';
import { sampleAt } from '../src/core/store/testing/new-store.node.ts';
import { eraseTarget } from '../src/service/runtime/erase/erase-target.ts';
import { overwriteWhenQuiet } from '../src/service/runtime/erase/overwrite.ts';
import { isOverwriteDue } from '../src/service/runtime/erase/overwrite-due.ts';
import type { OpenSite, Runtime } from '../src/service/runtime/runtime.ts';
import { makeSite, siteIn, withOpenSite } from './faults/scenarios/made-site.ts';
import { percentile } from './long-session/percentile.ts';

const PER_SECOND = 15;
const BATCH_MS = 500;
const HOUR = 3_600_000;

const { sessions, hours } = new Command('overwrite')
  .option('--sessions <n>', 'sessions of the store, one of which is erased', Number, 20)
  .option('--hours <n>', 'length of each', Number, 8)
  .parse()
  .opts<{ sessions: number; hours: number }>();

const folder = mkdtempSync(join(tmpdir(), 'faceward-overwrite-'));
try {
  await makeSite(folder);
  await withOpenSite(folder, (_, { db }) => fill(db));
  console.log(`store                     ${(statSync(siteIn(folder).storeFile).size / 2 ** 20).toFixed(0)} MB`);
  let uptimeMs = 0;
  await withOpenSite(
    folder,
    async (runtime, site) => {
      // A site where nobody is signed in is closed.
      runtime.callers.signIn(runtime.callers.of(runtime.callers.add()), listUsers(site.db)[0]!.id);
      site.db.prepare("UPDATE sessions SET state = 'running' WHERE id = 'session-20'").run();
      const beganMs = performance.now();
      eraseTarget(runtime, site, {
        target: { kind: 'session', sessionId: 'session-10' },
        reason: 'Asked for.',
        by: 'Ada',
      });
      console.log(`erased, on this thread    ${seconds(beganMs)} s`);
      await whileItIsWritten(runtime, site, 'with a session that runs');
      uptimeMs += HOUR;
      overwriteWhenQuiet(runtime);
      await whileItIsWritten(runtime, site, 'without one');
      console.log(`overwritten               ${isOverwriteDue(runtime.site!.db) ? 'no' : 'yes'}`);
    },
    { host: 'browser', uptimeMs: () => uptimeMs },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Sessions of two children, a row a reading as a camera gives them. */
function fill(db: WritableDb): void {
  const { id: userId } = listUsers(db)[0]!;
  for (let index = 0; index < sessions / 2; index += 1) {
    const key = 10 * (index + 1);
    putFullChild(db, { code: `KID-${key}`, key, userId, modelId: 'base-example' });
    for (const each of [key, key + 1]) {
      db.prepare<[number, number]>(
        `WITH RECURSIVE reading (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM reading WHERE n < ?)
         INSERT INTO samples (session_key, at_ms, batch, emotion, probabilities, box, quality)
         SELECT ?, 60000 + n * 1000.0 / ${PER_SECOND}, n / 7, 3, randomblob(28), randomblob(16), randomblob(16) FROM reading`,
      ).run(hours * 3600 * PER_SECOND, each);
    }
  }
}

/** Waits until the store was written anew, and records meanwhile where a session runs. */
async function whileItIsWritten(runtime: Runtime, { db }: OpenSite, how: string): Promise<void> {
  const recorded = how.startsWith('with a');
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const beganMs = performance.now();
  const tookMs: number[] = [];
  for (let batch = 1; runtime.rewriting; batch += 1) {
    if (recorded) {
      const atMs = HOUR * hours + batch * BATCH_MS;
      const appendedMs = performance.now();
      appendBatch(db, { sessionId: 'session-20', batch, samples: [sampleAt(atMs)], gaps: [], atMs });
      tookMs.push(performance.now() - appendedMs);
    }
    await pause(BATCH_MS);
  }
  loop.disable();
  console.log(
    `written anew, ${how.padEnd(25)} ${seconds(beganMs)} s; this thread held up for ${(loop.max / 1e6).toFixed(0)} ms at most`,
  );
  if (!recorded) return;
  const [half, most] = [percentile(tookMs, 0.5), Math.max(...tookMs)];
  console.log(`a batch meanwhile         ${half.toFixed(1)} ms, at most ${most.toFixed(0)} ms, n ${tookMs.length}`);
}

function seconds(sinceMs: number): string {
  return ((performance.now() - sinceMs) / 1000).toFixed(1);
}

/** How long a batch of a running session waits to be stored while a long session is exported; see README.md. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Command, Option } from 'commander';
import type { ReportFormat } from '../src/contract/review/reports.ts';
import { REPORT_FORMATS } from '../src/core/report/report-format.ts';
import type { Service } from '../src/service/service.ts';
import { ADMINISTRATOR, type Call, callAs, startSession } from '../src/service/testing/test-site.ts';
import { makeSite, withService } from './faults/scenarios/made-site.ts';
import { madeBatch } from './long-session/made-batch.ts';
import { percentile } from './long-session/percentile.ts';

interface Options {
  readonly hours: number;
  readonly rounds: number;
  readonly everyMs: number;
  readonly formats: readonly ReportFormat[];
}

const { hours, rounds, everyMs, formats } = new Command('export-append')
  .option('--hours <n>', 'length of the session that is exported', Number, 12)
  .option(
    '--rounds <n>',
    'exports in each format, each followed by as long without one, half a minute at most',
    Number,
    2,
  )
  .option('--every-ms <ms>', 'time between batches; a live session takes 500', Number, 100)
  .addOption(new Option('--formats <formats...>').choices(REPORT_FORMATS).default(['csv', 'fhir']))
  .parse()
  .opts<Options>();

/** What a batch of a live session holds. */
const BATCH_MS = 500;
const FILLED_MS = 60_000;
/** What is measured without an export needs no longer than this. */
const MOST_ALONE_MS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'faceward-export-append-'));
try {
  await makeSite(folder);
  await withService(folder, (_, service) => measure(service));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(service: Service): Promise<void> {
  const caller = service.connect();
  const call = callAs(service, caller);
  await call('site.signIn', ADMINISTRATOR);
  const sessionId = await filled(call);
  const running = await startSession(call, 'CH-2');
  const store = storing(call, running.session.id);
  for (const format of formats) {
    const [beside, removing, alone]: [number[], number[], number[]] = [[], [], []];
    const tookMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const beganMs = performance.now();
      const exporting = exported(service, caller, { call, sessionId, format });
      beside.push(...(await store(during(exporting))));
      const exportId = await exporting;
      tookMs.push(performance.now() - beganMs);
      const removed = call('exports.remove', { exportId });
      removing.push(...(await store(during(removed))));
      await removed;
      const lengthMs = performance.now() - beganMs;
      const untilMs = performance.now() + Math.min(lengthMs, MOST_ALONE_MS);
      alone.push(...(await store(() => performance.now() < untilMs)));
    }
    const seconds = tookMs.map((ms) => (ms / 1000).toFixed(1)).join(', ');
    console.log(`${format} of ${hours} h, written in ${seconds} s; a batch of ${BATCH_MS} ms every ${everyMs} ms`);
    console.log(`  without an export   ${spread(alone)}`);
    console.log(`  meanwhile           ${spread(beside)}`);
    console.log(`  while it is removed ${spread(removing)}`);
    const ratios = [0.5, 0.95, 1].map((share) => percentile(beside, share) / percentile(alone, share));
    console.log(
      `  as a ratio          ${['p50', 'p95', 'most'].map((name, at) => `${name} ${ratios[at]!.toFixed(1)}`).join(', ')}`,
    );
  }
}

/** Until a promise is settled. */
function during(work: Promise<unknown>): () => boolean {
  let isUnderWay = true;
  const end = () => {
    isUnderWay = false;
  };
  work.then(end, end);
  return () => isUnderWay;
}

/** As a window sends it. */
function batchOf(fromMs: number, lengthMs: number) {
  const { samples, gaps } = madeBatch(fromMs, lengthMs);
  return { samples: samples.map((each) => ({ ...each, probabilities: [...each.probabilities] })), gaps };
}

/** A session of so many hours that has ended. @returns Its id. */
async function filled(call: Call): Promise<string> {
  const { session } = await startSession(call);
  const durationMs = hours * 3_600_000;
  for (let batch = 0; batch * FILLED_MS < durationMs; batch += 1) {
    const made = batchOf(batch * FILLED_MS, FILLED_MS);
    await call('sessions.append', { sessionId: session.id, batch, ...made, atMs: (batch + 1) * FILLED_MS });
  }
  await call('sessions.stop', { sessionId: session.id, durationMs });
  return session.id;
}

/**
 * Stores batches of a running session for as long as somebody says, each at its time, however late the one before was.
 *
 * @returns Milliseconds from the moment at which each was due until it was stored: time in which the program did not come to it counts.
 */
function storing(call: Call, sessionId: string): (goesOn: () => boolean) => Promise<number[]> {
  let batch = 0;
  return async (goesOn) => {
    const latencyMs: number[] = [];
    let dueMs = performance.now();
    while (goesOn()) {
      dueMs += everyMs;
      await pause(Math.max(0, dueMs - performance.now()));
      const made = batchOf(batch * BATCH_MS, BATCH_MS);
      await call('sessions.append', { sessionId, batch, ...made, atMs: (batch + 1) * BATCH_MS });
      latencyMs.push(performance.now() - dueMs);
      batch += 1;
    }
    return latencyMs;
  };
}

interface Order {
  readonly call: Call;
  readonly sessionId: string;
  readonly format: ReportFormat;
}

/** Until the export is made. @returns Its id. @throws Error where it was not. */
async function exported(
  service: Service,
  caller: ReturnType<Service['connect']>,
  { call, sessionId, format }: Order,
): Promise<string> {
  const ended = Promise.withResolvers<void>();
  const stop = service.listen(caller, 'exports.changed', ({ export: { state, problems } }) => {
    if (state === 'finished' && problems.length === 0) ended.resolve();
    else if (state !== 'running') ended.reject(new Error(`a finished export was expected; found it ${state}`));
  });
  try {
    const { id: exportId } = await call('exports.start', { sessionIds: [sessionId], formats: [format] });
    await ended.promise;
    return exportId;
  } finally {
    stop();
  }
}

function spread(latencyMs: readonly number[]): string {
  const at = (share: number) => percentile(latencyMs, share).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms, n ${latencyMs.length}`;
}

/** What a report of a long session costs in every format: memory, seconds, size; see README.md. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { ReportFormat } from '../../src/core/report/report-format.ts';
import { sourceOf } from '../../src/core/report/testing/document-of.ts';
import { appendBatch } from '../../src/core/store/sessions/samples.node.ts';
import { stopSession } from '../../src/core/store/sessions/sessions.node.ts';
import { closeStore, createStore, openReader } from '../../src/core/store/store.node.ts';
import { openStoredReport, type ReportTaskInput } from '../../src/service/reports/report-task.ts';
import { ensureReportSecrets } from '../../src/service/runtime/records/report-secrets.ts';
import { madeBatch } from './made-batch.ts';
import { newRecording } from './new-recording.ts';

const MEGABYTE = 2 ** 20;
const BATCH_MS = 60_000;
const KEY = new Uint8Array(32).fill(9);

/** Options of this program when it is started again, in a process of its own, to write one report. */
export interface OneReport {
  readonly store: string;
  readonly sessionId: string;
  readonly format: ReportFormat;
}

export interface ReportCost {
  readonly aboveIdleMb: number;
  readonly seconds: number;
  readonly fileMb: number;
}

/** A store in a folder with one session of so many hours. Caller removes the folder. */
export function longSession(dir: string, hours: number): Omit<OneReport, 'format'> {
  const store = join(dir, `${hours}-hours.db`);
  return { store, sessionId: record(store, hours) };
}

/**
 * Writes one report, in a process whose objects may take so much.
 *
 * @returns A text, of how the process ended, where it wrote none.
 */
export function costOf(one: OneReport, heapMb: number): ReportCost | string {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heapMb}`, '--expose-gc', import.meta.filename, JSON.stringify(one)],
    { encoding: 'utf8' },
  );
  if (status === 0) return JSON.parse(stdout) as ReportCost;
  return `ended by ${signal ?? status}: ${stderr.match(/.*(heap|Error).*/)?.[0]}`;
}

function record(file: string, hours: number): string {
  const db = createStore(file, KEY);
  const sessionId = newRecording(db);
  const durationMs = hours * 3_600_000;
  for (let batch = 0; batch * BATCH_MS < durationMs; batch += 1) {
    appendBatch(db, { sessionId, batch, ...madeBatch(batch * BATCH_MS, BATCH_MS), atMs: (batch + 1) * BATCH_MS });
  }
  stopSession(db, { sessionId, durationMs });
  ensureReportSecrets(db);
  closeStore(db);
  return sessionId;
}

/** Into a file beside the store, as the command line does. */
async function write({ store, sessionId, format }: OneReport): Promise<ReportCost> {
  const db = openReader(store, KEY);
  const input: ReportTaskInput = {
    sessionId,
    format,
    language: 'en',
    isIdentified: false,
    exportId: randomUUID(),
    model: { ...sourceOf().model, distress: { atLeast: 0.5, below: 0.2 } },
    exportedBy: 'Bench',
    exportedByRole: 'administrator',
    exportedAtIso: new Date().toISOString(),
    timeZone: 'Europe/Amsterdam',
  };
  // As a program that has been idle for a while: without what loading it left behind.
  globalThis.gc?.();
  const idleMb = process.memoryUsage.rss() / MEGABYTE;
  forgetPeak();
  const beganMs = performance.now();
  const file = openSync(`${store}.${format}`, 'w');
  let bytes = 0;
  for await (const piece of openStoredReport(db, input).pieces) bytes += writeSync(file, piece);
  closeSync(file);
  rmSync(`${store}.${format}`);
  return {
    aboveIdleMb: peakMb() - idleMb,
    seconds: (performance.now() - beganMs) / 1000,
    fileMb: bytes / MEGABYTE,
  };
}

/** On Linux the most resident memory counts from here on; elsewhere from the start of the process. */
function forgetPeak(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5');
}

function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

if (import.meta.main) console.log(JSON.stringify(await write(JSON.parse(process.argv[2] ?? ''))));

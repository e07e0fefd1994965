/** What a report of a long session costs in every format: memory, seconds, size; see README.md. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

/**
 * Writes a report of a made session in every format, each in a process whose objects may take so much.
 *
 * @returns By format; a text says how the process ended that wrote none.
 */
export function longReports(
  hours: number,
  { heapMb, formats }: { readonly heapMb: number; readonly formats: readonly ReportFormat[] },
): Map<ReportFormat, ReportCost | string> {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-long-reports-'));
  try {
    const store = join(dir, 'site.db');
    const sessionId = record(store, hours);
    return new Map(
      formats.map((format) => {
        const one: OneReport = { store, sessionId, format };
        const { stdout, stderr, status, signal } = spawnSync(
          process.execPath,
          [`--max-old-space-size=${heapMb}`, import.meta.filename, JSON.stringify(one)],
          { encoding: 'utf8' },
        );
        const ended = `ended by ${signal ?? status}: ${stderr.match(/.*(heap|Error).*/)?.[0]}`;
        return [format, status === 0 ? (JSON.parse(stdout) as ReportCost) : ended];
      }),
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
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

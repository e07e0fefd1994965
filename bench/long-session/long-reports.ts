/** What a report of a long session costs in every format: seconds, memory, size; see README.md. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command } from 'commander';
import { REPORT_FORMATS, type ReportFormat } from '../../src/core/report/report-format.ts';
import { sourceOf } from '../../src/core/report/testing/document-of.ts';
import { appendBatch } from '../../src/core/store/sessions/samples.node.ts';
import { stopSession } from '../../src/core/store/sessions/sessions.node.ts';
import { closeStore, createStore, openReader } from '../../src/core/store/store.node.ts';
import { makeReport } from '../../src/service/reports/report-task.ts';
import { ensureReportSecrets } from '../../src/service/runtime/records/report-secrets.ts';
import { madeBatch } from './made-batch.ts';
import { newRecording } from './new-recording.ts';

const MEGABYTE = 2 ** 20;
const BATCH_MS = 60_000;
const KEY = new Uint8Array(32).fill(9);

const { hours, heapMb, only, of, store } = new Command('long-reports')
  .option('--hours <n>', 'length of the session that is made', Number, 12)
  .option('--heap-mb <n>', 'what a process that writes one may take for its objects', Number, 1024)
  .option('--only <format>', 'one format')
  .option('--of <session>', 'writes one of this session of --store, in this process: for its own use')
  .option('--store <file>', 'see --of')
  .parse()
  .opts<{ hours: number; heapMb: number; only?: ReportFormat; of?: string; store?: string }>();

if (of) await write();
else measure();

function measure(): void {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-long-reports-'));
  try {
    const file = join(dir, 'site.db');
    const sessionId = record(file);
    for (const format of only ? [only] : REPORT_FORMATS) {
      const { stdout, stderr, status, signal } = spawnSync(
        process.execPath,
        [`--max-old-space-size=${heapMb}`, import.meta.filename, '--of', sessionId, '--store', file, '--only', format],
        { encoding: 'utf8' },
      );
      const said =
        status === 0 ? stdout.trim() : `ended by ${signal ?? status}: ${stderr.match(/.*(heap|Error).*/)?.[0]}`;
      console.log(`${format.padEnd(18)} ${said}`);
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function record(file: string): string {
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

async function write(): Promise<void> {
  const db = openReader(store!, KEY);
  const beganMs = performance.now();
  const { bytes } = await makeReport(db, {
    sessionId: of!,
    format: only!,
    language: 'en',
    isIdentified: false,
    exportId: randomUUID(),
    model: sourceOf().model,
    exportedBy: 'Bench',
    exportedByRole: 'administrator',
    exportedAtIso: new Date().toISOString(),
    timeZone: 'Europe/Amsterdam',
  });
  const tookS = (performance.now() - beganMs) / 1000;
  const mostMb = process.resourceUsage().maxRSS / 1024;
  console.log(
    `${tookS.toFixed(1)} s, at most ${mostMb.toFixed(0)} MB of memory, ${(bytes.length / MEGABYTE).toFixed(1)} MB`,
  );
}

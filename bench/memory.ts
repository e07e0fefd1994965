/** Memory of a training process, step by step, or of the writing of reports of short and long sessions; see README.md. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { ENGINE_NAMES, type EngineName } from '../src/core/engine/engine.ts';
import { REPORT_FORMATS, type ReportFormat } from '../src/core/report/report-format.ts';
import { startEngine } from '../src/core/training/start-engine/start-engine.node.ts';
import { trainOnEngine } from '../src/core/training/train-on-engine.node.ts';
import { englishOf } from '../src/core/words/failure-sentence.ts';
import { costOf, longSession } from './long-session/long-reports.ts';
import { workloadConfig, workloadFaces } from './workload.ts';

interface Options {
  readonly engine?: EngineName;
  readonly batch: number;
  readonly steps: number;
  readonly reports: boolean;
  readonly hours: readonly number[];
  readonly heapMb: number;
  readonly formats: readonly ReportFormat[];
}

const options = new Command('memory')
  .addOption(new Option('--engine <name>', 'the engine to measure; the fastest by default').choices(ENGINE_NAMES))
  .option('--batch <size>', 'rows of a batch', Number, 64)
  .option('--steps <n>', 'steps to make', Number, 1000)
  .option('--reports', 'of reports in every format, in place of a training', false)
  .addOption(new Option('--hours <n...>', 'lengths of the sessions reported').default([1, 12]))
  .option('--heap-mb <n>', 'what a process that writes a report may take for its objects', Number, 1024)
  .addOption(new Option('--formats <formats...>', 'some of them').choices(REPORT_FORMATS).default(REPORT_FORMATS))
  .parse()
  .opts<Options>();

const MEGABYTE = 2 ** 20;
const LINES = 20;

if (options.reports) reports(options);
else await training(options);

/** A row a format: the most memory above the idle process, by the length of the session. */
function reports({ hours, heapMb, formats }: Options): void {
  const dir = mkdtempSync(join(tmpdir(), 'faceward-memory-'));
  try {
    const sessions = hours.map((each) => longSession(dir, Number(each)));
    console.log(['format', ...hours.map((each) => `${each} h, MB above idle (s; file)`)].join(' | '));
    for (const format of formats) {
      const cells = sessions.map((session) => {
        const cost = costOf({ ...session, format }, heapMb);
        if (typeof cost === 'string') return cost;
        return `${cost.aboveIdleMb.toFixed(0)} (${cost.seconds.toFixed(1)} s; ${cost.fileMb.toFixed(1)} MB)`;
      });
      console.log([format, ...cells].join(' | '));
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function training({ engine: requested, batch, steps }: Options): Promise<void> {
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
}

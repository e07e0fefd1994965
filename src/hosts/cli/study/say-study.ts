import { join, relative } from 'node:path';
import { contrastsSentences, contrastsTable } from '../../../core/study/contrasts/contrasts-text.ts';
import { comparisonsTable, curvesTable, type StudyReport } from '../../../core/study/study-report.ts';
import { type LogRecord, saysSomething } from '../../../core/training/log-record.ts';
import type { StudyFile } from '../../../jobs/study/study-file.ts';
import type { WorkerEnd } from '../../../jobs/study/study-worker.ts';
import { columns, progressBar, sayBeside, sayJson, sayResult } from '../terminal.ts';

interface Reported {
  readonly dir: string;
  readonly dataDir: string | null;
  readonly study: StudyFile;
  /** Cells to run now that have no result. */
  readonly missing: readonly string[];
  readonly json: boolean;
}

/** A study's tables and answer, with how often its test children have been looked at. */
export async function sayStudy(report: StudyReport, { dir, dataDir, study, missing, json }: Reported): Promise<void> {
  if (json) return sayJson(report);
  const { testLooks } = await import('../../../jobs/train/test-looks.node.ts');
  const looks = dataDir === null ? [] : study.testHashes.map((hash) => testLooks(dataDir, hash));
  const { counts, answer, coverage } = report;
  sayResult(
    [
      columns(curvesTable(report)),
      columns(comparisonsTable([...report.againstChildren, ...report.againstOtherWays])),
      `${counts.done} of ${counts.cells} cells are done, ${counts.failed} failed, ${counts.open} have not run.`,
      ...missingText(missing),
      answer.join('\n'),
      columns(contrastsTable(report.contrasts)),
      contrastsSentences(report.contrasts).join('\n'),
      coverage,
      ...looks.map(
        (each) => `These test children have been looked at ${each} times, by each cell once and by whatever else.`,
      ),
      `Written: ${join(relative('', dir), 'report.md')}, with learning-curves.svg, cells.csv and report.json beside it.`,
    ].join('\n\n'),
  );
}

const NAMED_AT_MOST = 20;

function missingText(ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const more = ids.length - NAMED_AT_MOST;
  const rest = more > 0 ? [`and ${more} more, which --list --open prints`] : [];
  return [['Without a result:', ...ids.slice(0, NAMED_AT_MOST).map((id) => `  ${id}`), ...rest].join('\n')];
}

/** How a cell ended, in a line. */
export function describeEnd(id: string, end: WorkerEnd): string {
  switch (end.kind) {
    case 'finished': {
      const { result } = end;
      if (result.kind === 'failed') return `${id}: failed (${result.code}): ${result.reason}`;
      if (result.kind === 'tuned') return `${id}: balanced accuracy on val ${result.val.balancedAccuracy.toFixed(3)}`;
      return `${id}: balanced accuracy ${result.figures.balancedAccuracy.toFixed(3)}`;
    }
    case 'stopped':
      return `${id}: stopped, with a checkpoint`;
    case 'taken':
      return `${id}: run by ${end.by}`;
    case 'broken':
      return `${id}: ${end.message}`;
  }
}

/** Without a terminal, as on a cluster, a line is written this often. */
const SAY_EVERY_MS = 30_000;

/**
 * How many steps are made: a bar where somebody watches it, and a line now and then elsewhere.
 *
 * @param now In milliseconds.
 * @param say Where the lines go.
 */
export function stepsProgress(now: () => number = performance.now.bind(performance), say = sayBeside) {
  const bar = progressBar('steps', { quiet: false });
  let saidAtMs = now();
  return {
    /** @param left How long the rest takes, as `timeLeft` says it. */
    update(done: number, total: number, left = '') {
      bar.update(done, total);
      if (process.stderr.isTTY || now() - saidAtMs < SAY_EVERY_MS) return;
      saidAtMs = now();
      say(`${done} of ${total} steps${left}`);
    },
    stop: bar.stop,
  };
}

/** Estimates how long the rest will take, from the steps made since the first was seen. */
export function timeLeft(total: number) {
  let first: { steps: number; atMs: number } | null = null;
  let last = { steps: 0, atMs: 0 };
  return {
    update(steps: number) {
      last = { steps, atMs: performance.now() };
      first ??= last;
    },
    text(): string {
      if (!first || last.steps <= first.steps) return '';
      const msAStep = (last.atMs - first.atMs) / (last.steps - first.steps);
      return `, about ${Math.ceil((msAStep * (total - last.steps)) / 60_000)} min left`;
    },
  };
}

/** What is told while images are read. */
export function sayLog(record: LogRecord): void {
  if (saysSomething(record)) sayBeside(record.kind === 'warning' ? `Warning: ${record.message}` : record.message);
}

import { join, relative } from 'node:path';
import { comparisonsTable, curvesTable, type StudyReport } from '../../../core/study/study-report.ts';
import type { StudyFile } from '../../../jobs/study/study-file.ts';
import type { WorkerEnd } from '../../../jobs/study/study-worker.ts';
import { columns, sayResult } from '../terminal.ts';

interface Reported {
  readonly dir: string;
  readonly dataDir: string | null;
  readonly study: StudyFile;
}

/** A study's tables and answer, with how often its test children have been looked at. */
export async function sayStudy(report: StudyReport, { dir, dataDir, study }: Reported): Promise<void> {
  const { testLooks } = await import('../../../jobs/train/test-looks.node.ts');
  const looks = dataDir === null ? [] : study.testHashes.map((hash) => testLooks(dataDir, hash));
  const { counts, answer, coverage } = report;
  sayResult(
    [
      columns(curvesTable(report)),
      columns(comparisonsTable([...report.againstChildren, ...report.againstOtherWays])),
      `${counts.done} of ${counts.cells} cells are done, ${counts.failed} failed, ${counts.open} have not run.`,
      answer.join('\n'),
      coverage,
      ...looks.map(
        (each) => `These test children have been looked at ${each} times, by each cell once and by whatever else.`,
      ),
      `Written: ${join(relative('', dir), 'report.md')}, with learning-curves.svg, cells.csv and report.json beside it.`,
    ].join('\n\n'),
  );
}

/** How a cell ended, in a line. */
export function describeEnd(id: string, end: WorkerEnd): string {
  switch (end.kind) {
    case 'finished': {
      const { result } = end;
      if (result.kind === 'failed') return `${id}: failed (${result.code}): ${result.reason}`;
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

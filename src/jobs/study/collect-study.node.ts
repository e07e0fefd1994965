import { basename, join } from 'node:path';
import { writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { cellId } from '../../core/study/cell-id.node.ts';
import type { PlannedCell } from '../../core/study/learning-curves.ts';
import { learningCurvesSvg } from '../../core/study/learning-curves-svg.ts';
import { studyCells } from '../../core/study/study.ts';
import { type StudyReport, studyMarkdown, studyReport } from '../../core/study/study-report.ts';
import { type Cell, csvRows } from '../../core/tables/csv.node.ts';
import type { StudyFile } from './study-file.ts';
import { readResult, readTestImages } from './study-folder.node.ts';

/** Files that are written beside the study. */
export const REPORT_FILES = {
  report: 'report.md',
  chart: 'learning-curves.svg',
  cells: 'cells.csv',
  data: 'report.json',
} as const;

/** The ids of a study's cells that have no result yet, in the order of the study. */
export async function openCells(dir: string, study: StudyFile): Promise<string[]> {
  const ids = cellIds(study);
  const results = await Promise.all(ids.map((id) => readResult(dir, id)));
  return ids.filter((_, index) => results[index] === null);
}

/** The ids of all cells, in the order of the study. */
export function cellIds({ plan, surroundings }: StudyFile): string[] {
  return studyCells(plan).map((cell) => cellId(cell, plan, surroundings));
}

/**
 * Makes of the results that are there the table, the learning curves and the answer, and writes them into the folder.
 *
 * @throws Error if a result is damaged; the message names the file.
 */
export async function collectStudy(dir: string, study: StudyFile): Promise<StudyReport> {
  const ids = cellIds(study);
  const cells = await Promise.all(
    studyCells(study.plan).map(
      async (cell, index): Promise<PlannedCell> => ({ cell, result: await readResult(dir, ids[index]!) }),
    ),
  );
  const report = studyReport(study.plan, cells, await readTestImages(dir), study.counts.trainChildImagesOf);
  const frame = {
    title: 'Do adults help? A study of training schemes',
    setting: settingOf(study),
    chart: REPORT_FILES.chart,
  };
  writeFileAtomically(join(dir, REPORT_FILES.report), studyMarkdown(report, frame));
  writeFileAtomically(join(dir, REPORT_FILES.chart), learningCurvesSvg(study.plan, report));
  writeFileAtomically(join(dir, REPORT_FILES.cells), csvOf(cells, ids));
  writeFileAtomically(join(dir, REPORT_FILES.data), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

function settingOf({ data, plan, surroundings, counts }: StudyFile): string[] {
  const { name, versions, threads } = surroundings.engine;
  const { train, val, test } = data.shares;
  return [
    `Datasets: ${data.datasetDirs.map((dir) => basename(dir)).join(', ')}; trained by the column ${data.labelColumn}, tested by ` +
      `emotion${data.exclude.length > 0 ? `; left out: ${data.exclude.length} of their subjects` : ''}`,
    `Split by subject, seed ${data.splitSeed}, shares ${train}, ${val}, ${test}: ${counts.trainChildImages} images of children and ` +
      `${counts.trainAdultImages} of adults to train, ${counts.valImages} of children to choose on, ${counts.testImages} of children to test`,
    `Classes: ${plan.classes.join(', ')}`,
    `Every cell: ${plan.budgetSteps} steps of ${plan.batchRows} images (fewer where fewer train); encoder ` +
      `${plan.encoder.stageChannels.join('/')} at ${plan.encoder.inputPx} px; all else as by default`,
    `Seeds ${plan.seeds.join(', ')}; a seed has the same child images and first weights in every scheme`,
    `Faceward ${surroundings.program} on ${name}, ${threads} ${threads === 1 ? 'thread' : 'threads'} (${Object.entries(
      versions,
    )
      .map((each) => each.join(' '))
      .join(', ')})`,
  ];
}

function csvOf(cells: readonly PlannedCell[], ids: readonly string[]): string {
  const columns = [
    ...['id', 'learner', 'regime', 'size', 'seed', 'state', 'accuracy', 'balancedAccuracy', 'macroF1'],
    ...['negativeAgainstNeutralAuc', 'seconds', 'reason'],
  ];
  const rows = cells.map(
    ({ cell, result }, index): Record<string, Cell | undefined> => ({
      id: ids[index],
      ...cell,
      state: result?.kind ?? 'not run',
      ...(result?.kind === 'done' ? { ...result.figures, seconds: result.seconds } : {}),
      ...(result?.kind === 'failed' ? { reason: result.reason } : {}),
    }),
  );
  return csvRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))]);
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { cellId } from '../../core/study/cell-id.node.ts';
import type { CellResult } from '../../core/study/cell-result.ts';
import type { PlannedCell } from '../../core/study/learning-curves.ts';
import { learningCurvesSvg } from '../../core/study/learning-curves-svg.ts';
import { cellsToRun, type Cell as StudyCell, studyCells, tuningCells } from '../../core/study/study.ts';
import { type StudyReport, studyMarkdown, studyReport } from '../../core/study/study-report.ts';
import { chooseDraws } from '../../core/study/tuning.ts';
import { LEARNER_FACTS } from '../../core/training/learners.ts';
import { cellsCsv, resultsInCsv } from './cells-csv.node.ts';
import { dropFaces } from './kept-faces.node.ts';
import type { StudyFile } from './study-file.ts';
import { readResult, readStudy, readTestImages, STUDY_PATHS, writeStudy } from './study-folder.node.ts';

/** Files that are written beside the study. */
export const REPORT_FILES = {
  report: 'report.md',
  chart: 'learning-curves.svg',
  cells: 'cells.csv',
  data: 'report.json',
} as const;

/** The ids of the cells to run now that have no result yet, in the order of the study. */
export async function openCells(dir: string, study: StudyFile): Promise<string[]> {
  const ids = cellIds(study);
  const results = await Promise.all(ids.map((id) => readResult(dir, id)));
  return ids.filter((_, index) => results[index] === null);
}

/** The ids of the cells to run now, in the order of `cellsToRun`. */
export function cellIds({ plan, surroundings }: StudyFile): string[] {
  return cellsToRun(plan).map((cell) => cellId(cell, plan, surroundings));
}

/**
 * Settles what the learners are trained with, once all of their draws have been tried, and keeps that in the plan.
 *
 * @returns The study as it is from now on.
 */
export async function settleDraws(dir: string, study: StudyFile): Promise<StudyFile> {
  const { tuning } = study.plan;
  if (!tuning || tuning.chosen) return study;
  const cells = tuningCells(study.plan);
  const results = await Promise.all(cellIds(study).map((id) => readResult(dir, id)));
  if (results.includes(null)) return study;
  const chosen = chooseDraws(
    results.map((result, index) => {
      const { learner, draw } = cells[index]!;
      return { learner, draw: draw!, val: result?.kind === 'tuned' ? result.val : null };
    }),
  );
  const settled = { ...study, plan: { ...study.plan, tuning: { ...tuning, chosen } } };
  await writeStudy(dir, settled, null);
  return settled;
}

/**
 * Makes of the results that are there the table, the learning curves and the answer, and writes them into the folder. Where every
 * cell has its result, the faces that were kept for them go.
 *
 * @param otherDirs Folders of the same study in other divisions of the children.
 * @throws Error if a result is damaged, or another folder holds another study; the message names the file.
 */
export async function collectStudy(
  dir: string,
  study: StudyFile,
  otherDirs: readonly string[] = [],
): Promise<StudyReport> {
  const { plan, surroundings } = study;
  const cells = await plannedIn(dir, study, studyCells(plan));
  const tried = await plannedIn(dir, study, tuningCells(plan));
  const others = await Promise.all(otherDirs.map((each) => divisionIn(each, study)));
  requireDifferent([study, ...others.map((each) => each.study)]);
  const report = studyReport(plan, cells, await readTestImages(dir), study.counts.trainChildImagesOf, others);
  const frame = {
    title: 'Do adults help? A study of training schemes',
    setting: settingOf(study),
    chart: REPORT_FILES.chart,
  };
  writeFileAtomically(join(dir, REPORT_FILES.report), studyMarkdown(report, frame));
  writeFileAtomically(join(dir, REPORT_FILES.chart), learningCurvesSvg(study.plan, report));
  writeFileAtomically(
    join(dir, REPORT_FILES.cells),
    cellsCsv([...tried, ...cells], (cell) => cellId(cell, plan, surroundings)),
  );
  writeFileAtomically(join(dir, REPORT_FILES.data), `${JSON.stringify(report, null, 2)}\n`);
  if ([...tried, ...cells].every(({ result }) => result !== null)) await dropFaces(dir);
  return report;
}

async function plannedIn(
  dir: string,
  { plan, surroundings }: StudyFile,
  cells: readonly StudyCell[],
): Promise<PlannedCell[]> {
  const resultOf = await resultsIn(dir);
  return Promise.all(cells.map(async (cell) => ({ cell, result: await resultOf(cellId(cell, plan, surroundings)) })));
}

/** The same study in another division. @throws Error if it is another study, saying in what. */
async function divisionIn(dir: string, { plan }: StudyFile) {
  const study = await readStudy(dir);
  if (!study) throw new Error(`a study was expected in ${dir}; found none`);
  const compared = ({ tuning, ...all }: StudyFile['plan']) => ({ ...all, draws: tuning?.draws ?? null });
  const [own, other] = [compared(plan), compared(study.plan)];
  const differing = (Object.keys(own) as (keyof typeof own)[]).filter(
    (name) => !isDeepStrictEqual(own[name], other[name]),
  );
  if (differing.length > 0) {
    throw new Error(`${dir} was expected to hold the same study in another division; ${differing.join(', ')} differ`);
  }
  return { study, cells: await plannedIn(dir, study, studyCells(study.plan)), test: await readTestImages(dir) };
}

function requireDifferent(studies: readonly StudyFile[]): void {
  const hashes = studies.map(({ surroundings }) => surroundings.splitHash);
  if (new Set(hashes).size === hashes.length) return;
  throw new Error('studies of different divisions were expected (--split-seed); found one division twice');
}

/**
 * Where results are read: the cells' own files, or, in a folder that holds none, such as one that came out of a repository, the
 * table.
 */
async function resultsIn(dir: string): Promise<(id: string) => Promise<CellResult | null>> {
  const table = join(dir, REPORT_FILES.cells);
  if (existsSync(STUDY_PATHS.results(dir)) || !existsSync(table)) return (id) => readResult(dir, id);
  const results = resultsInCsv(await readFile(table, 'utf8'), table);
  return async (id) => results.get(id) ?? null;
}

function stepsText({ budgetSteps, patienceSteps, leastSteps, valEverySteps }: StudyFile['plan']): string {
  if (patienceSteps === null) return `${budgetSteps} steps`;
  return `at most ${budgetSteps} steps and at least ${leastSteps}, until val, looked at every ${valEverySteps}, is no better for ${patienceSteps},`;
}

function tuningText({ learners, tuning }: StudyFile['plan']): string[] {
  if (!tuning) return [];
  const chosen = learners.map((learner) => {
    const draw = tuning.chosen?.[learner];
    const settings = draw === undefined ? null : tuning.draws[learner]?.[draw];
    if (!settings) return `${learner}: not chosen yet`;
    const { learningRate, weightDecay, temperature } = settings;
    const contrast = LEARNER_FACTS[learner].isContrastive ? `, temperature ${temperature}` : '';
    return `${learner}: draw ${draw} (learning rate ${learningRate}, weight decay ${weightDecay}${contrast})`;
  });
  const tried = tuning.draws[learners[0]!]?.length ?? 0;
  return [
    `Settings of a learner: the best of ${tried} draws on val at ${tuning.size} child images, over all regimes; ${chosen.join('; ')}`,
  ];
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
    `Every cell: ${stepsText(plan)} of ${plan.batchRows} images, views counted; encoder ` +
      `${plan.encoder.stageChannels.join('/')} at ${plan.encoder.inputPx} px; all else stands in study.json`,
    ...tuningText(plan),
    `Seeds ${plan.seeds.join(', ')}; a seed has the same child images and first weights in every scheme`,
    `Faceward ${surroundings.program} on ${name}, ${threads} ${threads === 1 ? 'thread' : 'threads'} (${Object.entries(
      versions,
    )
      .map((each) => each.join(' '))
      .join(', ')})`,
  ];
}

import { figureText, type TextTable } from '../evaluation/evaluation-table.ts';
import { REGIME_FACTS } from '../training/regimes/regime-facts.ts';
import { adultsAnswer, differenceText } from './answer.ts';
import { compareRegimes, type RegimeComparison } from './compare-regimes.ts';
import { type Contrasts, contrasts } from './contrasts/contrasts.ts';
import { contrastsSentences, contrastsTable } from './contrasts/contrasts-text.ts';
import { type CurvePoint, learningCurves, type PlannedCell, scoreCells } from './learning-curves.ts';
import { type MoreImages, moreImages } from './more-images/more-images.ts';
import { moreImagesSentence, moreImagesTable } from './more-images/more-images-text.ts';
import { resampling } from './resample.ts';
import type { StudyPlan } from './study.ts';
import { type TestImages, testSubjects } from './test-images.ts';

/** All that a study says, as plain data. */
export interface StudyReport {
  readonly curves: readonly CurvePoint[];
  /** Each regime with adults against the children alone. */
  readonly againstChildren: readonly RegimeComparison[];
  /** Adults as augmentations against every other way to use adults: does it matter how? */
  readonly againstOtherWays: readonly RegimeComparison[];
  readonly counts: { readonly cells: number; readonly done: number; readonly failed: number; readonly open: number };
  /** One sentence for each cell that failed. */
  readonly failures: readonly string[];
  readonly answer: readonly string[];
  /** Over the divisions of the children, the one named before looking first. */
  readonly contrasts: Contrasts;
  /** What more child images would do, by emotion. */
  readonly moreImages: MoreImages;
  readonly testChildren: number;
  readonly testImages: number;
  /** What the intervals cover and what they do not. */
  readonly coverage: string;
}

/** Of the bootstrap: one study always gives one report. */
const SEED = 1;

/**
 * Figures, comparisons and the plain answer of a study, finished or not: what is missing is counted.
 *
 * @param cells All of the plan's, in its order.
 * @param imagesOf Child images of each class that may train; null where that is not known.
 * @param others The same study in other divisions of the children: they count in the contrasts alone.
 */
export function studyReport(
  plan: StudyPlan,
  cells: readonly PlannedCell[],
  test: TestImages,
  imagesOf: readonly number[] | null = null,
  others: readonly { readonly cells: readonly PlannedCell[]; readonly test: TestImages }[] = [],
): StudyReport {
  const resampled = resampling(test, { seed: SEED });
  const scored = scoreCells(cells, resampled);
  const withAdults = plan.regimes.filter((each) => REGIME_FACTS[each].children && REGIME_FACTS[each].adults);
  const compare = (pairs: readonly Pick<RegimeComparison, 'regime' | 'against'>[]) =>
    plan.learners.flatMap((learner) =>
      pairs.map((pair) => compareRegimes(plan, scored, resampled, { learner, ...pair })),
    );
  const regime = 'adults-as-augmentations';
  const againstChildren = plan.regimes.includes('children')
    ? compare(withAdults.map((each) => ({ regime: each, against: 'children' })))
    : [];
  const curves = learningCurves(plan, cells, scored, resampled);
  const elsewhere = others.map((other, index) => {
    // Draws of their own: alike ones would fall together.
    const draws = resampling(other.test, { seed: SEED + 1 + index });
    return { draws, cells: scoreCells(other.cells, draws) };
  });
  const done = scored.length;
  const failed = cells.filter(({ result }) => result?.kind === 'failed').length;
  return {
    curves,
    againstChildren,
    againstOtherWays: withAdults.includes(regime)
      ? compare(withAdults.filter((each) => each !== regime).map((against) => ({ regime, against })))
      : [],
    counts: { cells: cells.length, done, failed, open: cells.length - done - failed },
    failures: cells.flatMap(({ result }) =>
      result?.kind === 'failed' ? [`${result.id}: ${result.code}: ${result.reason}`] : [],
    ),
    answer: adultsAnswer(againstChildren),
    contrasts: contrasts(plan, [{ draws: resampled, cells: scored }, ...elsewhere]),
    moreImages: moreImages(plan, { curves, scored, test, draws: resampled, imagesOf }),
    testChildren: resampled.subjects,
    testImages: test.truth.length,
    coverage: coverageOf(plan, test),
  };
}

function coverageOf({ seeds }: StudyPlan, test: TestImages): string {
  const children = `the ${testSubjects(test)} test children (${test.truth.length} images; a child is drawn with all of its images)`;
  const settle = 'which child images train, the first weights and the order';
  const overSeeds =
    seeds.length === 1
      ? `They do not cover the seed, of which there is one and which settles ${settle}: no difference is read out of them.`
      : `and over the ${seeds.length} seeds, which settle ${settle}. With so few seeds the part that comes from them is taken too small.`;
  return `Intervals are 95 % percentile bootstraps over ${children}${seeds.length === 1 ? '.' : ''} ${overSeeds} They cover no other division of the children, no other dataset, budget or setting.`;
}

/** One row for each point of a curve. */
export function curvesTable({ curves }: StudyReport): TextTable {
  const text = (value: number | null | undefined) => (value === null || value === undefined ? '-' : value.toFixed(3));
  return {
    header: [
      ...['learner', 'regime', 'child images', 'seeds', 'balanced accuracy [95 %]'],
      ...['accuracy', 'macro-F1', 'negative against neutral AUC', 'failed', 'not run'],
    ],
    rows: curves.map(({ learner, regime, size, seeds, estimate, means, failed, open }) => [
      ...[learner, regime, String(size), String(seeds), figureText(estimate), text(means?.accuracy)],
      ...[text(means?.macroF1), text(means?.negativeAgainstNeutralAuc)],
      ...[String(failed), String(open)],
    ]),
  };
}

/** One row for each comparison at a size, and one over the sizes. */
export function comparisonsTable(comparisons: readonly RegimeComparison[]): TextTable {
  return {
    header: ['learner', 'difference', 'child images', 'seeds', 'value [95 %]', 'reading'],
    rows: comparisons.flatMap(({ learner, regime, against, bySize, overSizes }) =>
      [
        ...bySize.map(({ size, seeds, difference }) => [String(size), String(seeds), difference] as const),
        ['all', '', overSizes] as const,
      ].map(([size, seeds, found]) => [
        ...[learner, `${regime} - ${against}`, size, seeds],
        ...(found === null ? ['-', 'not measured'] : [differenceText(found), found.verdict]),
      ]),
    ),
  };
}

/** The report as a document. @param chart Name of the picture of the curves, beside it. */
export function studyMarkdown(report: StudyReport, { title, setting, chart }: ReportFrame): string {
  const { counts, failures, answer, coverage } = report;
  const moreTable = moreImagesTable(report.moreImages);
  const incomplete =
    counts.open === 0 ? [] : [`**The study is not finished: ${counts.open} of ${counts.cells} cells have not run.**`];
  return `${[
    `# ${title}`,
    ...incomplete,
    'After the paper (Virgolin et al. 2022, arXiv:2202.05187, of which the abstract was read).',
    setting.map((line) => `- ${line}`).join('\n'),
    `${counts.done} of ${counts.cells} cells are done, ${counts.failed} failed.`,
    '## Do adults help?',
    answer.map((line) => `- ${line}`).join('\n'),
    coverage,
    `![Learning curves: one panel a learner, one line a regime](${chart})`,
    '## Learning curves',
    markdownTable(curvesTable(report)),
    '## Adults against children alone',
    markdownTable(comparisonsTable(report.againstChildren)),
    '## Adults as augmentations against other ways to use adults',
    markdownTable(comparisonsTable(report.againstOtherWays)),
    '## Contrasts',
    contrastsSentences(report.contrasts).join(' '),
    markdownTable(contrastsTable(report.contrasts)),
    '## Would more images of children help?',
    moreImagesSentence(report.moreImages),
    ...(moreTable ? [markdownTable(moreTable)] : []),
    ...(failures.length > 0 ? ['## Cells that failed', failures.map((line) => `- ${line}`).join('\n')] : []),
  ].join('\n\n')}\n`;
}

export interface ReportFrame {
  readonly title: string;
  /** What the study was made of, a line for each thing. */
  readonly setting: readonly string[];
  readonly chart: string;
}

function markdownTable({ header, rows }: TextTable): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

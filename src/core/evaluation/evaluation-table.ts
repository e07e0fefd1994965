import { type Emotion, NEGATIVE_EMOTIONS } from '../emotion/emotion.ts';
import type { Comparison, DistressRates, Evaluation, Figure, Subgroup } from './evaluation-schema.ts';
import { type TrivialClassifier, trivialClassifiers } from './trivial-classifiers.ts';

/** A table of texts: what the card prints as Markdown and the command line in columns. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How every interval is made, for cards and pages. */
export const INTERVALS_TEXT =
  '95 % intervals: bootstrap over subjects, 2,000 draws. Where fewer than ten subjects stand behind a figure, or all of ' +
  'them are alike, it is no narrower than the Wilson interval of as many subjects (a difference: than Wilson’s upper bound ' +
  'for none of as many leaves open). That of a small calibration error leans upwards, since drawing subjects anew adds chance to ' +
  'each bin, and a gap to either side counts as error.';

/** "0.712 [0.640, 0.781]"; a dash where there is none. */
export function figureText(figure: Figure | null): string {
  if (figure === null) return '-';
  return `${figure.value.toFixed(3)} [${figure.low.toFixed(3)}, ${figure.high.toFixed(3)}]`;
}

/** Every figure over all images, and what is reached without looking at them. */
export function overallTable(found: Evaluation): TextTable {
  const n = `${found.images} images, ${found.subjects} subjects`;
  const without = trivialClassifiers(found);
  const beside = (figure: Exclude<keyof TrivialClassifier, 'name'>) => without.map((each) => each[figure].toFixed(3));
  const nothing = without.map(() => '-');
  const rows: [string, Figure | null, string, (readonly string[])?][] = [
    ['Balanced accuracy', found.balancedAccuracy, n, beside('balancedAccuracy')],
    ['Accuracy', found.accuracy, n, beside('accuracy')],
    ['Macro-F1', found.macroF1, n, beside('macroF1')],
    [
      'Negative against neutral AUC',
      found.negativeAgainstNeutralAuc,
      `${negativeAndNeutral(found)} images`,
      beside('negativeAgainstNeutralAuc'),
    ],
    ['Expected calibration error (15 bins)', found.expectedCalibrationError, n],
    ['Share "not sure"', found.abstained, n],
    ['Accuracy when sure', found.accuracyWhenSure, `${imagesSure(found)} images`],
    ['Area under risk-coverage', found.riskCoverage?.area ?? null, n],
  ];
  return {
    header: ['figure', 'value [95 %]', 'n', ...without.map(({ name }) => name)],
    rows: rows.map(([name, value, of, others = nothing]) => [name, figureText(value), of, ...others]),
  };
}

/** Recall and precision of each class. */
export function perClassTable(found: Evaluation): TextTable {
  return {
    header: ['emotion', 'images', 'recall [95 %]', 'precision'],
    rows: found.perClass.map(({ emotion, images, recall, precision }) => [
      emotion,
      String(images),
      figureText(recall),
      precision === null ? '-' : precision.toFixed(3),
    ]),
  };
}

/** Rows truth, columns what was named; the classes that were not counted have a column and no row. */
export function confusionTable(found: Evaluation): TextTable {
  return {
    header: ['shown \\ named', ...found.classes],
    rows: found.perClass.map(({ emotion }) => [
      emotion,
      ...found.confusion[found.classes.indexOf(emotion)]!.map(String),
    ]),
  };
}

/** What the distress line makes of the images, and of each age; no rows for a model without one. */
export function distressTable(found: Evaluation): TextTable {
  const parts = [
    { name: 'all', distress: found.distress },
    ...found.byAgeBand.map(({ band, distress }) => ({ name: `${band} years`, distress })),
  ];
  return {
    header: [
      'distress',
      'hit: "likely" of negative',
      'missed: "not seen" of negative',
      'n negative',
      'false alarm at rest: "likely" of neutral',
      'n neutral',
      'false alarm: "likely" of all others',
      '"not seen" of all others',
      'n others',
    ],
    rows: parts.flatMap(({ name, distress }) => (distress ? [[name, ...distressCells(distress)]] : [])),
  };
}

function distressCells({ hit, missed, falseAlarm, cleared, falseAlarmNeutral, ...n }: DistressRates): string[] {
  return [
    figureText(hit),
    figureText(missed),
    `${n.negativeImages} images, ${n.negativeSubjects} subjects`,
    figureText(falseAlarmNeutral),
    `${n.neutralImages} images, ${n.neutralSubjects} subjects`,
    figureText(falseAlarm),
    figureText(cleared),
    `${n.otherImages} images, ${n.otherSubjects} subjects`,
  ];
}

/** Accuracy by age; no rows where no age is known. */
export function ageBandTable(found: Evaluation): TextTable {
  return {
    header: ['age in years', 'images', 'subjects', 'balanced accuracy [95 %]', 'accuracy [95 %]'],
    rows: found.byAgeBand.map(({ band, images, subjects, balancedAccuracy, accuracy }) => [
      band,
      String(images),
      String(subjects),
      figureText(balancedAccuracy),
      figureText(accuracy),
    ]),
  };
}

/** Accuracy by group; no rows where all images are of one group. */
export function groupTable(found: Evaluation): TextTable {
  const groups = found.byGroup.length > 1 ? found.byGroup : [];
  return subgroupTable(
    'group',
    groups.map((each) => ({ name: each.group, ...each })),
  );
}

/** Every figure of each part of the images. */
export function subgroupTable(what: string, parts: readonly ({ readonly name: string } & Subgroup)[]): TextTable {
  return {
    header: [
      what,
      'images',
      'subjects',
      'balanced accuracy',
      'accuracy',
      'macro-F1',
      'negative against neutral AUC',
      'calibration error',
      'not sure',
      'accuracy when sure',
    ],
    rows: parts.map((each) => [
      each.name,
      String(each.images),
      String(each.subjects),
      ...[
        each.balancedAccuracy,
        each.accuracy,
        each.macroF1,
        each.negativeAgainstNeutralAuc,
        each.expectedCalibrationError,
        each.abstained,
        each.accuracyWhenSure,
      ].map(figureText),
    ]),
  };
}

/** Recall of each class in each part of the images, with the n it stands on. */
export function subgroupRecallTable(what: string, parts: readonly ({ readonly name: string } & Subgroup)[]): TextTable {
  const measured = parts.filter(({ perClass }) => perClass.length > 0);
  return {
    header: [what, ...(measured[0]?.perClass ?? []).map(({ emotion }) => emotion)],
    rows: measured.map(({ name, perClass }) => [
      name,
      ...perClass.map(({ recall, images }) => `${figureText(recall)} (${images})`),
    ]),
  };
}

/** Candidate minus reference, on the same images. */
export function comparisonTable(comparison: Comparison): TextTable {
  const n = `${comparison.images} images, ${comparison.subjects} subjects`;
  return {
    header: [`difference to ${comparison.referenceModelId}`, 'value [95 %]', 'n'],
    rows: [
      ['Balanced accuracy', figureText(comparison.balancedAccuracyDifference), n],
      ['Accuracy', figureText(comparison.accuracyDifference), n],
      ['Macro-F1', figureText(comparison.macroF1Difference ?? null), n],
      ['Negative against neutral AUC', figureText(comparison.negativeAgainstNeutralAucDifference ?? null), n],
      ...(
        [
          ['Distress: hits', comparison.distressHitDifference],
          ['Distress: false alarms', comparison.distressFalseAlarmDifference],
        ] as const
      ).flatMap(([name, figure]) => (figure ? [[name, figureText(figure), n]] : [])),
    ],
  };
}

/** The classes that no image showed: they have no recall and no part in balanced accuracy. Empty when there is none. */
export function classesNotShown(found: Evaluation): string[] {
  return found.perClass.flatMap(({ emotion, images }) => (images === 0 ? [emotion] : []));
}

/** Images for which the model was sure. */
export function imagesSure({ images, abstained }: Evaluation): number {
  return Math.round(images * (1 - abstained.value));
}

/** Images whose age is known: bands may come from a part of the images alone. */
export function imagesOfKnownAge({ byAgeBand }: Evaluation): number {
  return byAgeBand.reduce((sum, { images }) => sum + images, 0);
}

/** Images that the AUC is of: those that show a negative emotion or none. */
export function negativeAndNeutral(found: Evaluation): number {
  return found.perClass
    .filter(({ emotion }) => emotion === 'neutral' || (NEGATIVE_EMOTIONS as readonly Emotion[]).includes(emotion))
    .reduce((sum, { images }) => sum + images, 0);
}

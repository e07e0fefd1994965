import { type Emotion, NEGATIVE_EMOTIONS } from '../emotion/emotion.ts';
import type { Comparison, Evaluation, Figure } from './evaluation-schema.ts';

/** A table of texts: what the card prints as Markdown and the command line in columns. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** "0.712 [0.640, 0.781]"; a dash where there is none. */
export function figureText(figure: Figure | null): string {
  if (figure === null) return '-';
  return `${figure.value.toFixed(3)} [${figure.low.toFixed(3)}, ${figure.high.toFixed(3)}]`;
}

/** Every figure over all images. */
export function overallTable(found: Evaluation): TextTable {
  const n = `${found.images} images, ${found.subjects} subjects`;
  const sure = Math.round(found.images * (1 - found.abstained.value));
  const rows: [string, Figure | null, string][] = [
    ['Balanced accuracy', found.balancedAccuracy, n],
    ['Accuracy', found.accuracy, n],
    ['Macro-F1', found.macroF1, n],
    ['Negative against neutral AUC', found.negativeAgainstNeutralAuc, `${negativeAndNeutral(found)} images`],
    ['Expected calibration error (15 bins)', found.expectedCalibrationError, n],
    ['Share "not sure"', found.abstained, n],
    ['Accuracy when sure', found.accuracyWhenSure, `${sure} images`],
  ];
  return {
    header: ['figure', 'value [95 %]', 'n'],
    rows: rows.map(([name, value, of]) => [name, figureText(value), of]),
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

/** Rows truth, columns what was named. */
export function confusionTable(found: Evaluation): TextTable {
  return {
    header: ['shown \\ named', ...found.classes],
    rows: found.confusion.map((row, truth) => [found.classes[truth]!, ...row.map(String)]),
  };
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

/** Candidate minus reference, on the same images. */
export function comparisonTable(comparison: Comparison): TextTable {
  const n = `${comparison.images} images, ${comparison.subjects} subjects`;
  return {
    header: [`difference to ${comparison.referenceModelId}`, 'value [95 %]', 'n'],
    rows: [
      ['Balanced accuracy', figureText(comparison.balancedAccuracyDifference), n],
      ['Accuracy', figureText(comparison.accuracyDifference), n],
    ],
  };
}

/** The classes that no image showed: they have no recall and no part in balanced accuracy. Empty when there is none. */
export function classesNotShown(found: Evaluation): string[] {
  return found.perClass.flatMap(({ emotion, images }) => (images === 0 ? [emotion] : []));
}

function negativeAndNeutral(found: Evaluation): number {
  return found.perClass
    .filter(({ emotion }) => emotion === 'neutral' || (NEGATIVE_EMOTIONS as readonly Emotion[]).includes(emotion))
    .reduce((sum, { images }) => sum + images, 0);
}

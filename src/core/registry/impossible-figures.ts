import type { Emotion } from '../emotion/emotion.ts';
import type { Comparison, Evaluation, Figure, Subgroup } from '../evaluation/evaluation-schema.ts';

/** What a model's config claims. */
export interface Claims {
  readonly classes: readonly Emotion[];
  readonly classesValidatedOnChildren: readonly Emotion[];
  readonly trainingData: { readonly images: number; readonly childImages: number; readonly adultImages: number };
  readonly test: Evaluation | null;
  readonly tests: readonly { readonly evaluation: Evaluation }[];
  readonly comparison: Comparison | null;
}

/** Sums of probabilities and shares are rounded differently by whoever adds them up. */
const ROUNDING = 1e-6;

/**
 * What in a model's config cannot be the outcome of any training and test: a figure outside of its range, counts that do
 * not add up, an accuracy that its own confusion contradicts, classes in another order than those it was tested with.
 *
 * @returns Where it stands and what is wrong, in English, or null.
 */
export function impossibleFigure(claims: Claims): string | null {
  const { trainingData, classes, classesValidatedOnChildren, test, tests, comparison } = claims;
  const found = [
    trainingData.childImages + trainingData.adultImages === trainingData.images
      ? null
      : `trainingData: ${trainingData.childImages} and ${trainingData.adultImages} images do not make ${trainingData.images}`,
    classesValidatedOnChildren.every((each) => classes.includes(each))
      ? null
      : 'classesValidatedOnChildren: names an emotion that the model does not know',
    test && inEvaluation('test', test, classes),
    ...tests.map(({ evaluation }, index) => inEvaluation(`tests.${index}.evaluation`, evaluation, classes)),
    comparison && inComparison(comparison, classes),
  ];
  return found.find((each) => each !== null) ?? null;
}

function inEvaluation(path: string, evaluation: Evaluation, classes: readonly string[] | null): string | null {
  const { images, subjects, confusion, perClass } = evaluation;
  if (classes && evaluation.classes.join() !== classes.join()) {
    return `${path}.classes: [${evaluation.classes}] were tested; the model has [${classes}]`;
  }
  if (images < 1 || subjects < 1 || subjects > images) return `${path}: ${images} images of ${subjects} subjects`;
  const k = evaluation.classes.length;
  if (confusion.length !== k || confusion.some((row) => row.length !== k || row.some((count) => count < 0))) {
    return `${path}.confusion: ${k} rows of ${k} counts were expected`;
  }
  const rows = confusion.map((row) => row.reduce((sum, each) => sum + each, 0));
  const counted = rows.reduce((sum, each) => sum + each, 0);
  if (counted !== images) return `${path}.confusion: its counts make ${counted}; ${images} images were tested`;
  const off = perClass.find((each) => each.images !== rows[evaluation.classes.indexOf(each.emotion)]);
  if (off) return `${path}.perClass: ${off.images} images of ${off.emotion}; the confusion has another count`;
  const { distress } = evaluation;
  if (distress && distress.negativeImages + distress.otherImages !== images) {
    return `${path}.distress: ${distress.negativeImages} and ${distress.otherImages} images do not make ${images}`;
  }
  const right = confusion.reduce((sum, row, index) => sum + row[index]!, 0) / images;
  if (Math.abs(right - evaluation.accuracy.value) > ROUNDING) {
    return `${path}.accuracy: ${evaluation.accuracy.value}; the confusion gives ${right}`;
  }
  const wrong = shares(evaluation).find(([, figure]) => figure && !isWithin(figure, 0, 1));
  return wrong ? `${path}.${wrong[0]}: ${figureText(wrong[1]!)}; a share from 0 to 1 was expected` : null;
}

/** Every figure of an evaluation, all of which are shares. */
function shares(evaluation: Evaluation): [string, Figure | null | undefined][] {
  return [
    ...sharesOfPart('', evaluation),
    ['riskCoverage.area', evaluation.riskCoverage?.area],
    ...evaluation.byAgeBand.flatMap((part, index) => sharesOfPart(`byAgeBand.${index}.`, part)),
    ...evaluation.byGroup.flatMap((part, index) => sharesOfPart(`byGroup.${index}.`, part)),
  ];
}

function sharesOfPart(prefix: string, part: Evaluation | Subgroup): [string, Figure | null | undefined][] {
  const names = [
    'accuracy',
    'balancedAccuracy',
    'macroF1',
    'negativeAgainstNeutralAuc',
    'expectedCalibrationError',
    'abstained',
    'accuracyWhenSure',
  ] as const;
  return [
    ...names.map((name): [string, Figure | null] => [`${prefix}${name}`, part[name]]),
    ...(['hit', 'missed', 'falseAlarm', 'cleared', 'falseAlarmNeutral'] as const).map(
      (name): [string, Figure | null | undefined] => [`${prefix}distress.${name}`, part.distress?.[name]],
    ),
    ...part.perClass.map(({ emotion, recall }): [string, Figure | null] => [`${prefix}recall of ${emotion}`, recall]),
  ];
}

function inComparison(comparison: Comparison, classes: readonly string[]): string | null {
  const { images, subjects, reference } = comparison;
  if (images < 1 || subjects < 1 || subjects > images) return `comparison: ${images} images of ${subjects} subjects`;
  // The two are compared on the emotions that both know.
  if (!reference.classes.every((each) => classes.includes(each))) {
    return `comparison.reference.classes: [${reference.classes}]; the model has [${classes}]`;
  }
  const names = [
    'accuracyDifference',
    'balancedAccuracyDifference',
    'macroF1Difference',
    'negativeAgainstNeutralAucDifference',
    'distressHitDifference',
    'distressFalseAlarmDifference',
  ] as const;
  const wrong = names.find((name) => comparison[name] && !isWithin(comparison[name], -1, 1));
  if (wrong) return `comparison.${wrong}: ${figureText(comparison[wrong]!)}; a difference from -1 to 1 was expected`;
  return inEvaluation('comparison.reference', reference, null);
}

function isWithin({ value, low, high }: Figure, least: number, most: number): boolean {
  return [value, low, high].every((each) => each >= least - ROUNDING && each <= most + ROUNDING) && low <= high;
}

function figureText({ value, low, high }: Figure): string {
  return `${value} [${low}, ${high}]`;
}

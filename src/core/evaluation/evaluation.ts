import type { Emotion } from '../emotion/emotion.ts';
import { accuracy } from './accuracy.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { bootstrapSubjects } from './bootstrap-subjects.ts';
import { byAgeBand } from './by-age-band.ts';
import { confusionOf, rowTotal } from './confusion.ts';
import type { Evaluation } from './evaluation-schema.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { macroF1 } from './macro-f1.ts';
import { mostLikely } from './most-likely.ts';
import { negativeAgainstNeutralAuc, rankNegativeAgainstNeutral } from './negative-against-neutral-auc.ts';
import { precision } from './precision.ts';
import { recall } from './recall.ts';
import { checkScoredImages, restrictToClasses, type ScoredImages } from './scored-images.ts';

export interface EvaluationOptions {
  /** Below this probability of the likeliest emotion the model says "not sure". */
  readonly threshold: number;
  /** Of the bootstrap over subjects, 0 to 2^32 - 1. */
  readonly seed: number;
  /** False when each file is its own subject. */
  readonly subjectsKnown: boolean;
  /**
   * Only these classes are counted: images that show another are left out, and an image on which the model names
   * another counts as wrong. All of the images' classes when left out.
   */
  readonly classes?: readonly Emotion[];
}

/**
 * All that is reported of one model on one set of images, each figure with its interval over subjects.
 *
 * Accuracy, recall, F1 and confusion count every image by its likeliest emotion, whether the model was sure or not;
 * `abstained` and `accuracyWhenSure` say what the threshold does.
 *
 * @throws RangeError without images, if the columns do not match, or a class to count is not one of the images'.
 */
export function evaluate(
  given: ScoredImages,
  { threshold, seed, subjectsKnown, classes: counted }: EvaluationOptions,
): Evaluation {
  checkScoredImages(given);
  const images = counted ? restrictToClasses(given, counted) : given;
  const { probabilities, classes, truth, subject } = images;
  const k = classes.length;
  const countedClasses = [...classes.keys()].filter((each) => counted?.includes(classes[each]!) ?? true);
  const named = mostLikely(probabilities, k);
  const ranked = rankNegativeAgainstNeutral(probabilities, truth, classes);
  const sure = Uint8Array.from(named.confidence, (each) => (each >= threshold ? 1 : 0));

  const figures = bootstrapSubjects(
    (weights) => {
      const confusion = confusionOf(truth, named.predicted, k, weights);
      return [
        accuracy(confusion),
        balancedAccuracy(confusion),
        macroF1(confusion, countedClasses),
        negativeAgainstNeutralAuc(ranked, weights),
        expectedCalibrationError(named, truth, weights),
        shareNotSure(sure, weights),
        accuracy(confusionOf(truth, named.predicted, k, weightsWhenSure(sure, weights))),
        ...countedClasses.map((each) => recall(confusion, each)),
      ];
    },
    { subject, seed, range: [0, 1] },
  );
  const [overall, balanced, f1, auc, calibration, abstained, whenSure, ...recalls] = figures;
  const confusion = confusionOf(truth, named.predicted, k);
  return {
    images: truth.length,
    subjects: new Set(subject).size,
    subjectsKnown,
    classes: [...classes],
    restrictedTo: counted ? countedClasses.map((each) => classes[each]!) : null,
    leftOut: given.truth.length - images.truth.length,
    // None of these can be null: there is at least one image.
    accuracy: overall!,
    balancedAccuracy: balanced!,
    macroF1: f1!,
    negativeAgainstNeutralAuc: auc!,
    expectedCalibrationError: calibration!,
    abstained: abstained!,
    accuracyWhenSure: whenSure!,
    perClass: countedClasses.map((each, i) => ({
      emotion: classes[each]!,
      images: rowTotal(confusion, each),
      recall: recalls[i]!,
      precision: precision(confusion, each),
    })),
    confusion: classes.map((_, row) => [...confusion.counts.subarray(row * k, (row + 1) * k)]),
    byAgeBand: byAgeBand(images, seed),
  };
}

function shareNotSure(sure: Uint8Array, weights: Float64Array): number {
  let notSure = 0;
  let images = 0;
  for (let i = 0; i < weights.length; i += 1) {
    images += weights[i]!;
    if (!sure[i]) notSure += weights[i]!;
  }
  return notSure / images;
}

function weightsWhenSure(sure: Uint8Array, weights: Float64Array): Float64Array {
  return weights.map((weight, i) => weight * sure[i]!);
}

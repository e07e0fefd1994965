import type { DistressLimits } from '../emotion/distress.ts';
import type { Emotion } from '../emotion/emotion.ts';
import { byAgeBand } from './by-age-band.ts';
import { byGroup } from './by-group.ts';
import type { Evaluation } from './evaluation-schema.ts';
import { calibrationBins } from './metrics/expected-calibration-error.ts';
import { measure } from './metrics/measure.ts';
import { precision } from './metrics/precision.ts';
import { riskCoverageCurve } from './metrics/risk-coverage.ts';
import { checkScoredImages, restrictToClasses, type ScoredImages } from './scored-images.ts';

export interface EvaluationOptions {
  /** Below this probability of the likeliest emotion the model says "not sure". */
  readonly threshold: number;
  /** Of the model's distress line; left out or null where it has none, or where its probabilities were scaled to other classes. */
  readonly distress?: DistressLimits | null;
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
  { threshold, distress = null, seed, subjectsKnown, classes: counted }: EvaluationOptions,
): Evaluation {
  checkScoredImages(given);
  const images = counted ? restrictToClasses(given, counted) : given;
  const { classes, truth } = images;
  const k = classes.length;
  const countedClasses = [...classes.keys()].filter((each) => counted?.includes(classes[each]!) ?? true);
  const options = { threshold, distress, seed, countedClasses };
  const { figures, named, byConfidence, confusion } = measure(images, options);
  const { riskCoverageArea, perClass, ...others } = figures;
  return {
    subjectsKnown,
    classes: [...classes],
    restrictedTo: counted ? countedClasses.map((each) => classes[each]!) : null,
    leftOut: given.truth.length - truth.length,
    ...others,
    // None of these can be null: there is at least one image.
    balancedAccuracy: others.balancedAccuracy!,
    macroF1: others.macroF1!,
    expectedCalibrationError: others.expectedCalibrationError!,
    abstained: others.abstained!,
    calibrationBins: calibrationBins(named, truth),
    threshold,
    distressLimits: distress,
    riskCoverage: { area: riskCoverageArea!, curve: riskCoverageCurve(byConfidence) },
    perClass: perClass.map((each, i) => ({ ...each, precision: precision(confusion, countedClasses[i]!) })),
    confusion: classes.map((_, row) => [...confusion.counts.subarray(row * k, (row + 1) * k)]),
    byAgeBand: byAgeBand(images, options),
    byGroup: byGroup(images, options, figures),
  };
}

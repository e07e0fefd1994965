import type { DistressLimits } from '../../emotion/distress.ts';
import { bootstrapSubjects } from '../bootstrap-subjects.ts';
import type { Subgroup } from '../evaluation-schema.ts';
import { shareByCount, subjectsOfMean } from '../interval-by-count.ts';
import { type MostLikely, mostLikely } from '../most-likely.ts';
import { countSubjects, type ScoredImages } from '../scored-images.ts';
import { accuracy } from './accuracy.ts';
import { balancedAccuracy } from './balanced-accuracy.ts';
import { type Confusion, confusionOf, rowTotal } from './confusion.ts';
import { type DistressShares, distressCounts, distressShares, judgeDistress, scoreDistress } from './distress-rates.ts';
import { expectedCalibrationError } from './expected-calibration-error.ts';
import { macroF1 } from './macro-f1.ts';
import {
  negativeAgainstNeutralAuc,
  rankNegativeAgainstNeutral,
  subjectsOfRanks,
} from './negative-against-neutral-auc.ts';
import { recall } from './recall.ts';
import { type RankedConfidences, rankByConfidence, riskCoverageArea } from './risk-coverage.ts';

export interface MeasureOptions {
  /** Below this probability of the likeliest emotion the model says "not sure". */
  readonly threshold: number;
  /** Of the distress line; null of a model that has none. */
  readonly distress: DistressLimits | null;
  /** Of the bootstrap over subjects, 0 to 2^32 - 1. */
  readonly seed: number;
  /** Indices of the classes that are counted, ascending. */
  readonly countedClasses: readonly number[];
}

/** Every figure of some images, and what they were computed from. */
export interface Measured {
  readonly figures: Subgroup;
  readonly named: MostLikely;
  readonly byConfidence: RankedConfidences;
  readonly confusion: Confusion;
}

/**
 * Every figure of one set of images with its interval over subjects: of all of them, of a group, of an age band.
 *
 * @param images At least one, all of counted classes.
 */
export function measure(
  images: ScoredImages,
  { threshold, distress: limits, seed, countedClasses }: MeasureOptions,
): Measured {
  const { probabilities, classes, truth, subject } = images;
  const k = classes.length;
  const named = mostLikely(probabilities, k);
  const negativeRanks = rankNegativeAgainstNeutral(probabilities, truth, classes);
  const byConfidence = rankByConfidence(named, truth);
  const sure = Uint8Array.from(named.confidence, (each) => (each >= threshold ? 1 : 0));
  const weightsWhenSure = new Float64Array(sure.length);

  const judged = limits && judgeDistress(scoreDistress(images), limits);
  const sides = judged && distressCounts(judged, subject);

  const subjects = countSubjects(subject);
  const ofClass = countedClasses.map((each) => countSubjects(subject, (i) => truth[i] === each));
  const ofMean = subjectsOfMean(ofClass, subjects);
  const whoIsSure = countSubjects(subject, (i) => sure[i] === 1);

  const [overall, balanced, f1, auc, calibration, abstained, whenSure, area, ...others] = bootstrapSubjects(
    (weights) => {
      const confusion = confusionOf(truth, named.predicted, k, weights);
      for (let i = 0; i < sure.length; i += 1) weightsWhenSure[i] = weights[i]! * sure[i]!;
      return [
        accuracy(confusion),
        balancedAccuracy(confusion),
        macroF1(confusion, countedClasses),
        negativeAgainstNeutralAuc(negativeRanks, weights),
        expectedCalibrationError(named, truth, weights),
        1 - sum(weightsWhenSure) / sum(weights),
        accuracy(confusionOf(truth, named.predicted, k, weightsWhenSure)),
        riskCoverageArea(byConfidence, weights),
        ...countedClasses.map((each) => recall(confusion, each)),
        ...(judged ? sharesInOrder(distressShares(judged, weights)) : []),
      ];
    },
    {
      subject,
      seed,
      range: [0, 1],
      byCount: shareByCount,
      subjectsOf: [
        subjects,
        ofMean,
        ofMean,
        subjectsOfRanks(negativeRanks, subject),
        subjects,
        subjects,
        whoIsSure,
        subjects,
        ...ofClass,
        ...(sides
          ? [
              sides.negativeSubjects,
              sides.negativeSubjects,
              sides.otherSubjects,
              sides.otherSubjects,
              sides.neutralSubjects,
            ]
          : []),
      ],
    },
  );
  const recalls = others.slice(0, countedClasses.length);
  const [hit, missed, falseAlarm, cleared, falseAlarmNeutral] = others.slice(countedClasses.length);
  const confusion = confusionOf(truth, named.predicted, k);
  return {
    figures: {
      images: truth.length,
      subjects,
      balancedAccuracy: balanced!,
      // Accuracy is defined: there is at least one image.
      accuracy: overall!,
      macroF1: f1!,
      negativeAgainstNeutralAuc: auc!,
      expectedCalibrationError: calibration!,
      abstained: abstained!,
      accuracyWhenSure: whenSure!,
      riskCoverageArea: area!,
      distress: sides && {
        ...sides,
        hit: hit ?? null,
        missed: missed ?? null,
        falseAlarm: falseAlarm ?? null,
        cleared: cleared ?? null,
        falseAlarmNeutral: falseAlarmNeutral ?? null,
      },
      perClass: countedClasses.map((each, i) => ({
        emotion: classes[each]!,
        images: rowTotal(confusion, each),
        recall: recalls[i]!,
      })),
    },
    named,
    byConfidence,
    confusion,
  };
}

function sharesInOrder({ hit, missed, falseAlarm, cleared, falseAlarmNeutral }: DistressShares) {
  return [hit, missed, falseAlarm, cleared, falseAlarmNeutral];
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i]!;
  return total;
}

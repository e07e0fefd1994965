import type { DistressLimits } from '../emotion/distress.ts';
import { bootstrapSubjects } from './bootstrap-subjects.ts';
import { type EvaluationOptions, evaluate } from './evaluation.ts';
import type { Comparison } from './evaluation-schema.ts';
import { differenceByCount, subjectsOfMean } from './interval-by-count.ts';
import { accuracy } from './metrics/accuracy.ts';
import { balancedAccuracy } from './metrics/balanced-accuracy.ts';
import { confusionOf } from './metrics/confusion.ts';
import { distressCounts, distressShares, judgeDistress, scoreDistress } from './metrics/distress-rates.ts';
import { macroF1 } from './metrics/macro-f1.ts';
import {
  negativeAgainstNeutralAuc,
  rankNegativeAgainstNeutral,
  subjectsOfRanks,
} from './metrics/negative-against-neutral-auc.ts';
import { mostLikely } from './most-likely.ts';
import { checkScoredImages, countSubjects, restrictToClasses, type ScoredImages } from './scored-images.ts';
import { differencesByAgeBand } from './verdict/differences-by-age-band.ts';
import { subjectSpread } from './verdict/subject-spread.ts';

/**
 * Two models on the same images: candidate minus reference.
 *
 * The difference is taken within each bootstrap draw, so that what makes a subject easy or hard for both models
 * cancels out: its interval is narrower, and more to the point, than two intervals laid side by side.
 *
 * @param candidate The images as the candidate scored them.
 * @param reference The same images in the same order and of the same classes, as the reference scored them.
 * @param options Threshold of the reference; distress limits of the candidate; seed of the bootstrap; the classes to count,
 *   of both.
 * @throws RangeError if the two are not of the same images and classes.
 */
export function compareModels(
  candidate: ScoredImages,
  reference: ScoredImages & { readonly modelId: string; readonly distress?: DistressLimits | null },
  options: EvaluationOptions,
): Comparison {
  return {
    referenceModelId: reference.modelId,
    ...differencesBetween(candidate, reference, options),
    reference: evaluate(reference, { ...options, distress: reference.distress ?? null }),
  };
}

/** The differences alone, for a reference that was evaluated before. */
export function differencesBetween(
  candidate: ScoredImages,
  reference: ScoredImages & { readonly distress?: DistressLimits | null },
  options: EvaluationOptions,
): Omit<Comparison, 'referenceModelId' | 'reference'> {
  checkScoredImages(candidate);
  checkScoredImages(reference);
  const { classes } = candidate;
  if (
    classes.join() !== reference.classes.join() ||
    candidate.truth.length !== reference.truth.length ||
    candidate.truth.some((each, i) => each !== reference.truth[i] || candidate.subject[i] !== reference.subject[i])
  ) {
    throw new RangeError('two models can be compared on the same images and classes only; these differ');
  }
  const k = classes.length;
  const counted = (images: ScoredImages) => (options.classes ? restrictToClasses(images, options.classes) : images);
  const ourImages = counted(candidate);
  const theirImages = counted(reference);
  const { truth, subject, probabilities, ageYears } = ourImages;
  const theirProbabilities = theirImages.probabilities;
  const byCandidate = mostLikely(probabilities, k).predicted;
  const byReference = mostLikely(theirProbabilities, k).predicted;
  const gain = Int8Array.from(truth, (each, i) => Number(byCandidate[i] === each) - Number(byReference[i] === each));
  const pair = { truth, subject, gain };
  const rankedByCandidate = rankNegativeAgainstNeutral(probabilities, truth, classes);
  const rankedByReference = rankNegativeAgainstNeutral(theirProbabilities, truth, classes);
  const countedClasses = [...classes.keys()].filter((each) => options.classes?.includes(classes[each]!) ?? true);
  const subjects = countSubjects(subject);
  const ofClass = countedClasses.map((each) => countSubjects(subject, (i) => truth[i] === each));
  const ofMean = subjectsOfMean(ofClass, subjects);
  const ourDistress = options.distress ? judgeDistress(scoreDistress(ourImages), options.distress) : null;
  const theirDistress = reference.distress ? judgeDistress(scoreDistress(theirImages), reference.distress) : null;
  const sides = ourDistress && distressCounts(ourDistress, subject);
  const [
    accuracyDifference,
    balancedAccuracyDifference,
    macroF1Difference,
    aucDifference,
    hitDifference,
    falseAlarmDifference,
  ] = bootstrapSubjects(
    (weights) => {
      const ours = confusionOf(truth, byCandidate, k, weights);
      const theirs = confusionOf(truth, byReference, k, weights);
      const ourAuc = negativeAgainstNeutralAuc(rankedByCandidate, weights);
      const theirAuc = negativeAgainstNeutralAuc(rankedByReference, weights);
      const ourShares = ourDistress && distressShares(ourDistress, weights);
      const theirShares = theirDistress && distressShares(theirDistress, weights);
      return [
        accuracy(ours)! - accuracy(theirs)!,
        balancedAccuracy(ours)! - balancedAccuracy(theirs)!,
        macroF1(ours, countedClasses)! - macroF1(theirs, countedClasses)!,
        difference(ourAuc, theirAuc),
        difference(ourShares?.hit, theirShares?.hit),
        difference(ourShares?.falseAlarm, theirShares?.falseAlarm),
      ];
    },
    {
      subject,
      seed: options.seed,
      range: [-1, 1],
      byCount: differenceByCount,
      subjectsOf: [
        subjects,
        ofMean,
        ofMean,
        subjectsOfRanks(rankedByCandidate, subject),
        sides?.negativeSubjects ?? 0,
        sides?.otherSubjects ?? 0,
      ],
    },
  );
  return {
    images: truth.length,
    subjects,
    accuracyDifference: accuracyDifference!,
    balancedAccuracyDifference: balancedAccuracyDifference!,
    macroF1Difference: macroF1Difference!,
    negativeAgainstNeutralAucDifference: aucDifference!,
    distressHitDifference: hitDifference!,
    distressFalseAlarmDifference: falseAlarmDifference!,
    subjectSpread: subjectSpread(pair, options.seed),
    byAgeBand: differencesByAgeBand({ ...pair, ageYears }, options.seed),
  };
}

function difference(ours: number | null | undefined, theirs: number | null | undefined): number | null {
  return typeof ours === 'number' && typeof theirs === 'number' ? ours - theirs : null;
}

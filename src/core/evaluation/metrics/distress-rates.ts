import { type DistressLimits, distressState } from '../../emotion/distress.ts';
import { type Emotion, NEGATIVE_EMOTIONS } from '../../emotion/emotion.ts';
import { countSubjects, type ScoredImages } from '../scored-images.ts';

/** Images as the distress line sees them: row k of both is the same image. */
export interface ScoredDistress {
  /** Summed probability of the negative emotions, 0 to 1. */
  readonly distress: Float64Array;
  /** 1 for an image that shows one of them. */
  readonly isNegative: Uint8Array;
  /** 1 for an image that shows a neutral face. */
  readonly isNeutral: Uint8Array;
}

/** The same with what the limits say of each image. */
export interface JudgedDistress extends ScoredDistress {
  readonly likely: Uint8Array;
  readonly notSeen: Uint8Array;
}

/** Shares of what was said of the images of either side; null for a side without an image. */
export interface DistressShares {
  /** Of the negative, "likely": sensitivity. */
  readonly hit: number | null;
  /** Of the negative, "not seen". */
  readonly missed: number | null;
  /** Of the others, "likely": 1 - specificity. */
  readonly falseAlarm: number | null;
  /** Of the others, "not seen". */
  readonly cleared: number | null;
  /** Of the neutral, "likely". */
  readonly falseAlarmNeutral: number | null;
}

export function scoreDistress({ probabilities, classes, truth }: ScoredImages): ScoredDistress {
  const k = classes.length;
  const negative = classes.map((each) => (NEGATIVE_EMOTIONS as readonly Emotion[]).includes(each));
  return {
    distress: Float64Array.from(truth, (_, image) => {
      let sum = 0;
      for (const [j, counts] of negative.entries()) if (counts) sum += probabilities[image * k + j]!;
      return sum;
    }),
    isNegative: Uint8Array.from(truth, (each) => (negative[each] ? 1 : 0)),
    isNeutral: Uint8Array.from(truth, (each) => (classes[each] === 'neutral' ? 1 : 0)),
  };
}

export function judgeDistress(scored: ScoredDistress, limits: DistressLimits): JudgedDistress {
  const states = Array.from(scored.distress, (each) => distressState(each, limits));
  return {
    ...scored,
    likely: Uint8Array.from(states, (each) => (each === 'likely' ? 1 : 0)),
    notSeen: Uint8Array.from(states, (each) => (each === 'not-seen' ? 1 : 0)),
  };
}

/** @param weights How often each image counts; once each when left out. */
export function distressShares(
  { isNegative, isNeutral, likely, notSeen }: JudgedDistress,
  weights?: ArrayLike<number>,
): DistressShares {
  const sums = {
    negative: 0,
    hit: 0,
    missed: 0,
    others: 0,
    falseAlarm: 0,
    cleared: 0,
    neutral: 0,
    falseAlarmNeutral: 0,
  };
  for (let i = 0; i < isNegative.length; i += 1) {
    const weight = weights ? weights[i]! : 1;
    const [said, silent] = [weight * likely[i]!, weight * notSeen[i]!];
    if (isNegative[i]) {
      sums.negative += weight;
      sums.hit += said;
      sums.missed += silent;
    } else {
      sums.others += weight;
      sums.falseAlarm += said;
      sums.cleared += silent;
    }
    if (isNeutral[i]) {
      sums.neutral += weight;
      sums.falseAlarmNeutral += said;
    }
  }
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    hit: share(sums.hit, sums.negative),
    missed: share(sums.missed, sums.negative),
    falseAlarm: share(sums.falseAlarm, sums.others),
    cleared: share(sums.cleared, sums.others),
    falseAlarmNeutral: share(sums.falseAlarmNeutral, sums.neutral),
  };
}

/** Images and subjects of either side, and of the neutral. */
export function distressCounts({ isNegative, isNeutral }: ScoredDistress, subject: readonly string[]) {
  const negativeImages = isNegative.reduce((sum, each) => sum + each, 0);
  return {
    negativeImages,
    negativeSubjects: countSubjects(subject, (image) => isNegative[image] === 1),
    otherImages: isNegative.length - negativeImages,
    otherSubjects: countSubjects(subject, (image) => isNegative[image] !== 1),
    neutralImages: isNeutral.reduce((sum, each) => sum + each, 0),
    neutralSubjects: countSubjects(subject, (image) => isNeutral[image] === 1),
  };
}

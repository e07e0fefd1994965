import type { MostLikely } from '../most-likely.ts';

/** What the choice of a threshold aims at. */
export interface ThresholdAim {
  /** Accuracy wanted on the images on which the model is sure, 0 to 1. */
  readonly accuracyWhenSure: number;
  /** Largest share of images on which it may say "not sure", 0 to 1. */
  readonly mostAbstained: number;
}

export const THRESHOLD_AIM: ThresholdAim = { accuracyWhenSure: 0.95, mostAbstained: 0.35 };

/** The float32 before 1, as confidences are. */
const HIGHEST = 1 - 2 ** -24;

export interface Threshold {
  /** The model names an emotion when its probability is at least this. */
  readonly threshold: number;
  /** False when no threshold within the bound reached the accuracy wanted. */
  readonly reached: boolean;
}

/**
 * Chooses, on val, from which probability on the model names an emotion.
 *
 * The rule: the smallest threshold at which accuracy when sure reaches the aim, without saying "not sure" on more
 * than the largest share allowed. When none does, the largest threshold within that share. Only the confidences that
 * occur are tried: between two of them nothing changes. The lowest of them gives up no image of val, and yet says "not
 * sure" of a face that is less plain than all of these; no threshold at all never would. None is as high as 1, which no
 * face could be relied upon to reach.
 *
 * @throws RangeError without images.
 */
export function chooseThreshold(
  { predicted, confidence }: MostLikely,
  truth: ArrayLike<number>,
  aim: ThresholdAim = THRESHOLD_AIM,
): Threshold {
  const images = truth.length;
  if (images === 0) throw new RangeError('at least one image was expected to choose a threshold on; found none');
  const ascending = Array.from(confidence.keys()).sort((a, b) => confidence[a]! - confidence[b]!);
  let sure = images;
  let right = ascending.filter((i) => predicted[i] === truth[i]).length;
  let threshold = Math.min(confidence[ascending[0]!]!, HIGHEST);
  for (let from = 0; from < images; ) {
    if (right >= aim.accuracyWhenSure * sure) return { threshold, reached: true };
    // Give up all images of the lowest confidence left: equals cannot be told apart by a threshold.
    const lowest = confidence[ascending[from]!]!;
    for (; from < images && confidence[ascending[from]!] === lowest; from += 1) {
      sure -= 1;
      if (predicted[ascending[from]!] === truth[ascending[from]!]) right -= 1;
    }
    if (sure === 0 || images - sure > aim.mostAbstained * images) break;
    threshold = Math.min(confidence[ascending[from]!]!, HIGHEST);
  }
  return { threshold, reached: false };
}

import type { MostLikely } from '../most-likely.ts';

/**
 * Risk against coverage: how often a model errs on the images on which it is surest, from few of them to all.
 *
 * It shows what every threshold would do, not only the one in use: a model that knows what it does not know errs
 * rarely at the left, where it answers only when it is sure.
 *
 * Source: El-Yaniv and Wiener 2010, JMLR 11:1605-1641 (curve); Geifman, Uziel and El-Yaniv 2019, arXiv:1805.08206
 * (area, the mean risk over all coverages). Images of equal confidence are taken together, since no threshold tells
 * them apart; the authors take them in any order.
 */

/** The images from surest to least sure, ready for weighted counting. */
export interface RankedConfidences {
  /** Index of the image. */
  readonly image: Int32Array;
  readonly confidence: Float32Array;
  /** 1 where another class was named than the image shows. */
  readonly wrong: Uint8Array;
}

export interface RiskCoveragePoint {
  /** Share of images that are at least as sure as the threshold, above 0 to 1. */
  readonly coverage: number;
  /** Share of those on which the model errs, 0 to 1. */
  readonly risk: number;
  /** Smallest confidence among them. */
  readonly threshold: number;
}

export function rankByConfidence({ predicted, confidence }: MostLikely, truth: ArrayLike<number>): RankedConfidences {
  const image = Int32Array.from(confidence.keys()).sort((a, b) => confidence[b]! - confidence[a]!);
  return {
    image,
    confidence: Float32Array.from(image, (each) => confidence[each]!),
    wrong: Uint8Array.from(image, (each) => (predicted[each] === truth[each] ? 0 : 1)),
  };
}

/**
 * Area under the curve: the mean, over images, of the risk on all images at least as sure.
 *
 * @param weights How often each image counts, by image index; once each when left out.
 * @returns 0 (never wrong) to 1, or null without images.
 */
export function riskCoverageArea(ranked: RankedConfidences, weights?: ArrayLike<number>): number | null {
  const { image, confidence, wrong } = ranked;
  let covered = 0;
  let errors = 0;
  let sum = 0;
  for (let from = 0; from < image.length; ) {
    const before = covered;
    let to = from;
    for (; to < image.length && confidence[to] === confidence[from]; to += 1) {
      const weight = weights ? weights[image[to]!]! : 1;
      covered += weight;
      if (wrong[to]) errors += weight;
    }
    if (covered > 0) sum += (covered - before) * (errors / covered);
    from = to;
  }
  return covered === 0 ? null : sum / covered;
}

/**
 * The curve, from the surest images to all of them.
 *
 * @param steps At most one point for each of so many equal steps of coverage is kept; the last, of all images, always.
 */
export function riskCoverageCurve({ confidence, wrong }: RankedConfidences, steps = 100): RiskCoveragePoint[] {
  const points: RiskCoveragePoint[] = [];
  const images = confidence.length;
  let errors = 0;
  let nextStep = 0;
  for (let i = 0; i < images; i += 1) {
    errors += wrong[i]!;
    const covered = i + 1;
    if (covered < images && confidence[covered] === confidence[i]) continue;
    if (covered < images && (covered / images) * steps < nextStep) continue;
    points.push({ coverage: covered / images, risk: errors / covered, threshold: confidence[i]! });
    nextStep = Math.floor((covered / images) * steps) + 1;
  }
  return points;
}

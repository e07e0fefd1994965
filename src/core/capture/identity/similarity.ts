import type { Point } from '../landmarks.ts';

/** A turn, one scale and a shift: (u, v) goes to (a u - b v + txPx, b u + a v + tyPx). */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly txPx: number;
  readonly tyPx: number;
}

/** One pair to be brought together; `weight` says how far to trust it. */
export interface Correspondence {
  readonly from: Point;
  readonly to: Point;
  readonly weight: number;
}

/** Rounds of reweighting; the weights have settled to three digits by the fourth. */
const ROUNDS = 4;

/**
 * The similarity that brings `from` onto `to`, by weighted least squares with Huber's weights, so that one misplaced
 * point bends the result little.
 *
 * Source: closed form of the planar case of Umeyama 1991 (IEEE TPAMI 13(4), equations 40-42); reweighting after
 * Huber 1964.
 *
 * @param tolerance Residual, as a share of the scaled extent of `from`, up to which a point keeps its full weight.
 * @throws RangeError with fewer than two distinct points.
 */
export function fitSimilarity(pairs: readonly Correspondence[], tolerance: number): Similarity {
  let weights = pairs.map((pair) => pair.weight);
  let fit = leastSquares(pairs, weights);
  for (let round = 1; round < ROUNDS; round++) {
    const limitPx = tolerance * Math.hypot(fit.a, fit.b) * extent(pairs);
    weights = pairs.map((pair) => {
      const there = applySimilarity(fit, pair.from);
      const residualPx = Math.hypot(there.xPx - pair.to.xPx, there.yPx - pair.to.yPx);
      return residualPx <= limitPx ? pair.weight : (pair.weight * limitPx) / residualPx;
    });
    fit = leastSquares(pairs, weights);
  }
  return fit;
}

export function applySimilarity({ a, b, txPx, tyPx }: Similarity, { xPx, yPx }: Point): Point {
  return { xPx: a * xPx - b * yPx + txPx, yPx: b * xPx + a * yPx + tyPx };
}

function leastSquares(pairs: readonly Correspondence[], weights: readonly number[]): Similarity {
  const from = weightedMean(pairs, weights, 'from');
  const to = weightedMean(pairs, weights, 'to');
  let dot = 0;
  let cross = 0;
  let norm = 0;
  for (const [index, pair] of pairs.entries()) {
    const weight = weights[index]!;
    const u = pair.from.xPx - from.xPx;
    const v = pair.from.yPx - from.yPx;
    const x = pair.to.xPx - to.xPx;
    const y = pair.to.yPx - to.yPx;
    dot += weight * (u * x + v * y);
    cross += weight * (u * y - v * x);
    norm += weight * (u * u + v * v);
  }
  if (!(norm > 0)) throw new RangeError(`two distinct points were expected to fit a similarity; found ${pairs.length}`);
  const a = dot / norm;
  const b = cross / norm;
  return { a, b, txPx: to.xPx - a * from.xPx + b * from.yPx, tyPx: to.yPx - b * from.xPx - a * from.yPx };
}

function weightedMean(pairs: readonly Correspondence[], weights: readonly number[], side: 'from' | 'to'): Point {
  let total = 0;
  let xPx = 0;
  let yPx = 0;
  for (const [index, pair] of pairs.entries()) {
    const weight = weights[index]!;
    total += weight;
    xPx += weight * pair[side].xPx;
    yPx += weight * pair[side].yPx;
  }
  return { xPx: xPx / total, yPx: yPx / total };
}

/** The longer side of the box around the points they come from. */
function extent(pairs: readonly Correspondence[]): number {
  const xs = pairs.map((pair) => pair.from.xPx);
  const ys = pairs.map((pair) => pair.from.yPx);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

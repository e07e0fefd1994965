import type { SessionWindow } from '../../../contract/review.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { valence } from '../../../core/emotion/valence.ts';
import { rowOf } from './window-rows.ts';

/**
 * Columns for uPlot: middles in ms; valence, its low and high; the strongest probability; then one column an emotion.
 * A null breaks a curve.
 */
export type ChartColumns = [number[], ...(number | null)[][]];

export const VALENCE_LOW_SERIES = 2;
export const VALENCE_HIGH_SERIES = 3;
export const CONFIDENCE_SERIES = 4;

/** What is drawn of a stretch without a reading, or while the readings have not come. */
export const NO_READINGS: ChartColumns = [
  [0],
  ...Array.from({ length: CONFIDENCE_SERIES + EMOTIONS.length }, (): null[] => [null]),
];

/** One point a row, and a break wherever rows do not touch: a curve is never drawn over time without a reading. */
export function chartColumns(window: SessionWindow): ChartColumns {
  const atMs: number[] = [];
  const curves: (number | null)[][] = Array.from({ length: CONFIDENCE_SERIES + EMOTIONS.length }, () => []);
  let endMs = Number.NaN;
  for (let row = 0; row < window.count; row++) {
    const { fromMs, toMs, probabilities, strongest } = rowOf(window, row);
    if (fromMs > endMs) {
      atMs.push((endMs + fromMs) / 2);
      for (const curve of curves) curve.push(null);
    }
    const { value, low, high } = valence(probabilities);
    atMs.push((fromMs + toMs) / 2);
    for (const [i, each] of [value, low, high, probabilities[strongest]!, ...probabilities].entries())
      curves[i]!.push(each);
    endMs = toMs;
  }
  // uPlot draws nothing at all, not even its axes and lanes, without a point: a session without readings has this one.
  if (atMs.length === 0) return NO_READINGS;
  return [atMs, ...curves];
}

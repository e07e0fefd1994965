import type { SessionWindow } from '../../../contract/review/review.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { valence } from '../../../core/emotion/valence.ts';
import { rowOf } from './window-rows.ts';

/**
 * Columns for uPlot: middles in ms; valence, its low and high; the strongest probability; then one column per emotion.
 * A null breaks a curve.
 */
export type ChartColumns = [number[], ...(number | null)[][]];

export const VALENCE_LOW_SERIES = 2;
export const VALENCE_HIGH_SERIES = 3;
export const CONFIDENCE_SERIES = 4;

/** What is drawn for a stretch without a reading, or until the readings arrive. */
export const NO_READINGS: ChartColumns = [
  [0],
  ...Array.from({ length: CONFIDENCE_SERIES + EMOTIONS.length }, (): null[] => [null]),
];

/** One point per row, and a break wherever rows do not touch: a curve is never drawn over time without a reading. */
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
  // Without a point uPlot draws nothing, not even axes and lanes: a session without readings gets this one.
  if (atMs.length === 0) return NO_READINGS;
  return [atMs, ...curves];
}

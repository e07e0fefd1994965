import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import type { Buckets } from './bucket-samples.ts';

/** Columns for uPlot: the buckets' middles in ms, then one line an emotion. A null breaks the lines. */
export type ChartColumns = [number[], ...(number | null)[][]];

/**
 * One point a bucket, and a break wherever buckets do not touch: a line is never drawn over time without a sample.
 */
export function chartColumns({ widthMs, buckets }: Buckets): ChartColumns {
  const atMs: number[] = [];
  const lines: (number | null)[][] = EMOTIONS.map(() => []);
  let endMs = Number.NaN;
  for (const bucket of buckets) {
    if (bucket.fromMs > endMs) {
      atMs.push((endMs + bucket.fromMs) / 2);
      for (const line of lines) line.push(null);
    }
    atMs.push(bucket.fromMs + widthMs / 2);
    lines.forEach((line, k) => {
      line.push(bucket.mean[k]!);
    });
    endMs = bucket.fromMs + widthMs;
  }
  return [atMs, ...lines];
}

import type { SampleColumns } from '../../../contract/sessions.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import type { TimeRange } from './time-range.ts';

const CLASSES = EMOTIONS.length;
/** Widths that a person can name; the narrowest that gives few enough buckets is taken. */
const WIDTHS_MS = [250, 500, 1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000] as const;

/** What the samples of one short stretch of time have in common. */
export interface Bucket {
  readonly fromMs: number;
  readonly samples: number;
  /** Mean probability of each emotion, in the order of EMOTIONS. */
  readonly mean: readonly number[];
  /** Index in EMOTIONS of the highest mean. */
  readonly strongest: number;
  /** Lowest and highest single reading of the strongest emotion. */
  readonly low: number;
  readonly high: number;
  /** What most samples named: an index in EMOTIONS, or -1 for "not sure". */
  readonly named: number;
}

export interface Buckets {
  readonly widthMs: number;
  /** In order of time; a stretch without samples has no bucket. */
  readonly buckets: readonly Bucket[];
}

/** Index of the first sample at or after a moment. */
function firstAtOrAfter(atMs: Float64Array, count: number, momentMs: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (atMs[middle]! < momentMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

function indexOfHighest(values: readonly number[]): number {
  return values.reduce((best, value, index) => (value > values[best]! ? index : best), 0);
}

/** @param from First sample of the bucket. @param to First sample after it; > from. */
function summarise(samples: SampleColumns, fromMs: number, from: number, to: number): Bucket {
  const mean: number[] = new Array(CLASSES).fill(0);
  const votes: number[] = new Array(CLASSES + 1).fill(0); // "not sure" first
  for (let row = from; row < to; row++) {
    for (let k = 0; k < CLASSES; k++) mean[k]! += samples.probabilities[row * CLASSES + k]! / (to - from);
    votes[samples.emotion[row]! + 1]!++;
  }
  const strongest = indexOfHighest(mean);
  let low = 1;
  let high = 0;
  for (let row = from; row < to; row++) {
    const probability = samples.probabilities[row * CLASSES + strongest]!;
    low = Math.min(low, probability);
    high = Math.max(high, probability);
  }
  return { fromMs, samples: to - from, mean, strongest, low, high, named: indexOfHighest(votes) - 1 };
}

/**
 * The samples of a range, gathered in buckets of equal width, so that eight hours draw as quickly as a minute.
 * Buckets begin at whole multiples of their width: they stay the same while the range moves.
 *
 * @param mostBuckets How many buckets can be told apart on the screen, > 0.
 */
export function bucketSamples(samples: SampleColumns, range: TimeRange, mostBuckets: number): Buckets {
  const lengthMs = range.toMs - range.fromMs;
  const widthMs = WIDTHS_MS.find((width) => lengthMs / width <= mostBuckets) ?? WIDTHS_MS[WIDTHS_MS.length - 1]!;
  const buckets: Bucket[] = [];
  const endMs = Math.ceil(range.toMs / widthMs) * widthMs;
  const end = firstAtOrAfter(samples.atMs, samples.count, endMs);
  let row = firstAtOrAfter(samples.atMs, samples.count, Math.floor(range.fromMs / widthMs) * widthMs);
  while (row < end) {
    const fromMs = Math.floor(samples.atMs[row]! / widthMs) * widthMs;
    let next = row + 1;
    while (next < end && samples.atMs[next]! < fromMs + widthMs) next++;
    buckets.push(summarise(samples, fromMs, row, next));
    row = next;
  }
  return { widthMs, buckets };
}

import type { SessionWindow } from '../../../contract/review/review.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';

const CLASSES = EMOTIONS.length;
/** A single reading counts until the next one, at most this long, as in a session's summary. */
const READING_HOLDS_MS = 250;

/** One row of a window: a reading, or the readings of one bucket. */
export interface WindowRow {
  readonly fromMs: number;
  /** Where it ends: at its bucket's end; for a single reading, at the next one or after a quarter of a second. */
  readonly toMs: number;
  /** Mean probabilities in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
  /** Index in EMOTIONS of what most readings named, or -1 for "not sure". */
  readonly named: number;
  /** Index in EMOTIONS of the highest mean probability. */
  readonly strongest: number;
  readonly samples: number;
  readonly notSureShare: number;
}

/** The window's row with that number, 0 to count - 1. */
export function rowOf(window: SessionWindow, row: number): WindowRow {
  const fromMs = window.atMs[row]!;
  const probabilities = window.probabilities.subarray(row * CLASSES, (row + 1) * CLASSES);
  return {
    fromMs,
    toMs: endOf(window, row),
    probabilities,
    named: window.emotion[row]!,
    strongest: probabilities.reduce((best, value, k) => (value > probabilities[best]! ? k : best), 0),
    samples: window.samples[row]!,
    notSureShare: window.notSureShare[row]!,
  };
}

/** Where a row ends. */
export function endOf({ atMs, bucketMs, count }: SessionWindow, row: number): number {
  const fromMs = atMs[row]!;
  if (bucketMs > 0) return fromMs + bucketMs;
  return Math.min(fromMs + READING_HOLDS_MS, row + 1 < count ? atMs[row + 1]! : Number.POSITIVE_INFINITY);
}

/** The row that a moment falls in, found by bisection; null where nothing was read. */
export function rowAt(window: SessionWindow, momentMs: number): WindowRow | null {
  let low = 0;
  let high = window.count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (window.atMs[middle]! <= momentMs) low = middle + 1;
    else high = middle;
  }
  const row = low - 1;
  return row >= 0 && momentMs < endOf(window, row) ? rowOf(window, row) : null;
}

/** Neighbouring rows that named the same emotion, as one stretch. */
export interface NamedStretch {
  readonly fromMs: number;
  readonly toMs: number;
  /** Index in EMOTIONS, or -1 for "not sure". */
  readonly named: number;
}

/** The window as stretches of one named emotion, in order of time; a hole between rows ends a stretch. */
export function namedStretches(window: SessionWindow): NamedStretch[] {
  const stretches: NamedStretch[] = [];
  for (let row = 0; row < window.count; row++) {
    const named = window.emotion[row]!;
    const fromMs = window.atMs[row]!;
    const last = stretches.at(-1);
    const toMs = endOf(window, row);
    if (last?.named === named && last.toMs === fromMs) stretches[stretches.length - 1] = { ...last, toMs };
    else stretches.push({ fromMs, toMs, named });
  }
  return stretches;
}

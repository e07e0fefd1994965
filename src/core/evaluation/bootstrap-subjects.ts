import { quantileSorted } from 'simple-statistics';
import { randomAt } from '../training/views/random.ts';
import type { Figure } from './evaluation-schema.ts';
import type { Interval } from './interval-by-count.ts';

const BOOTSTRAP_DRAWS = 2000;

const LOW_QUANTILE = 0.025;
const HIGH_QUANTILE = 0.975;

/** Fewer subjects repeat each other in the draws so often that the interval comes out too narrow. */
const FEW_SUBJECTS = 10;

/** Sums of the same shares are rounded differently in each draw. */
const ROUNDING = 1e-9;

/** Sets these draws apart from all that training draws for the same seed. */
const PURPOSE = 101;

export interface BootstrapOptions {
  /** Whom each image shows. */
  readonly subject: readonly string[];
  /** 0 to 2^32 - 1; the same seed gives the same intervals. */
  readonly seed: number;
  /** What the statistics can be at most; the interval when there is a single subject. */
  readonly range: Interval;
  /** The interval that a number of subjects allows, where the draws cannot tell. */
  readonly byCount: (value: number, subjects: number) => Interval;
  /** How many subjects each statistic stands on; all of them when left out. */
  readonly subjectsOf?: readonly number[];
  readonly draws?: number;
}

/**
 * Statistics with 95 % intervals over subjects (percentile bootstrap).
 *
 * Where all subjects are alike, every draw is the same, and the draws would claim to know what four children cannot
 * tell: the interval is then `byCount`. With fewer than ten subjects it is the wider of the two at either end.
 *
 * Subjects are drawn with replacement, with all their images: images of one face are alike, and an interval over
 * images would claim a precision that a new child would disprove.
 *
 * Source: Efron and Tibshirani 1993, An Introduction to the Bootstrap, section 13.3; whole subjects as in Field and
 * Welsh 2007 (cluster bootstrap).
 *
 * @param statistics Statistics of the images, each counted as often as its weight says; always in the same order.
 *   Null where one is not defined: a draw without it is left out of that statistic's interval.
 * @returns One figure a statistic, null where it is not defined on the images themselves.
 */
export function bootstrapSubjects(
  statistics: (weights: Float64Array) => readonly (number | null)[],
  { subject, seed, range, byCount, subjectsOf, draws = BOOTSTRAP_DRAWS }: BootstrapOptions,
): (Figure | null)[] {
  const names = [...new Set(subject)];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const subjectOfImage = Int32Array.from(subject, (name) => indexOf.get(name)!);
  const weights = new Float64Array(subject.length).fill(1);
  const values = [...statistics(weights)];
  if (names.length < 2) {
    return values.map((value) => (value === null ? null : { value, low: range[0], high: range[1] }));
  }

  const drawn = values.map((): number[] => []);
  const timesDrawn = new Float64Array(names.length);
  const random = randomAt(seed, PURPOSE);
  for (let draw = 0; draw < draws; draw += 1) {
    timesDrawn.fill(0);
    for (let i = 0; i < names.length; i += 1) timesDrawn[random.integer(names.length)]! += 1;
    for (let i = 0; i < weights.length; i += 1) weights[i] = timesDrawn[subjectOfImage[i]!]!;
    for (const [j, value] of statistics(weights).entries()) if (value !== null) drawn[j]!.push(value);
  }
  return values.map((value, j) => {
    if (value === null) return null;
    const subjects = subjectsOf?.[j] ?? names.length;
    const ascending = drawn[j]!.sort((a, b) => a - b);
    const [low, high] = ascending.length === 0 || subjects < 2 ? range : interval(value, ascending, subjects, byCount);
    return { value, low, high };
  });
}

function interval(
  value: number,
  ascending: number[],
  subjects: number,
  byCount: BootstrapOptions['byCount'],
): Interval {
  const low = quantileSorted(ascending, LOW_QUANTILE);
  const high = quantileSorted(ascending, HIGH_QUANTILE);
  if (high - low > ROUNDING && subjects >= FEW_SUBJECTS) return [low, high];
  const [least, most] = byCount(value, subjects);
  return [Math.min(low, least), Math.max(high, most)];
}

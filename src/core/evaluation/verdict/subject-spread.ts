import { quantileSorted } from 'simple-statistics';
import { randomAt } from '../../training/views/random.ts';
import type { Figure } from '../evaluation-schema.ts';

/** Sets these draws apart from those of the intervals. */
const PURPOSE = 102;
const DRAWS = 2000;

export interface PairedImages {
  /** Class of each image. */
  readonly truth: ArrayLike<number>;
  readonly subject: readonly string[];
  /** Of each image, 1 where only the candidate is right, -1 where only the reference is, 0 where neither or both are. */
  readonly gain: ArrayLike<number>;
}

/**
 * How far children differ in what a candidate gains over a reference: the standard deviation, over subjects, of what each
 * adds to the difference in balanced accuracy. The variance of that difference is its square over the number of
 * subjects, which is what says how many children another test would need.
 *
 * Balanced accuracy is a mean of ratios, so a subject's part in it is its linearised one,
 * z_s = (S / K) sum over classes c of (the gains of s in c - n_sc D_c) / n_c, with D_c the mean gain in class c.
 *
 * Source: Särndal, Swensson and Wretman 1992, Model Assisted Survey Sampling, section 5.5 (Taylor linearisation), with
 * whole subjects as the units.
 *
 * @param seed Of the interval, which draws subjects anew.
 * @returns At least 0, in the unit of the difference; null for fewer than two subjects.
 */
export function subjectSpread(images: PairedImages, seed: number): Figure | null {
  const parts = subjectParts(images);
  if (parts.length < 2) return null;
  const random = randomAt(seed, PURPOSE);
  const drawn = Array.from({ length: DRAWS }, () =>
    standardDeviation(parts.map(() => parts[random.integer(parts.length)]!)),
  ).sort((a, b) => a - b);
  const value = standardDeviation(parts);
  // The percentiles of a standard deviation from few subjects can miss its own value.
  const low = Math.min(value, quantileSorted(drawn, 0.025));
  const high = Math.max(value, quantileSorted(drawn, 0.975));
  return { value, low, high };
}

/** What each subject adds; the parts have mean 0. */
function subjectParts({ truth, subject, gain }: PairedImages): number[] {
  const byClass = Map.groupBy(subject.keys(), (row) => truth[row]!);
  const parts = new Map(subject.map((name) => [name, 0]));
  for (const rows of byClass.values()) {
    const mean = rows.reduce((sum, row) => sum + gain[row]!, 0) / rows.length;
    for (const row of rows) {
      const name = subject[row]!;
      parts.set(name, parts.get(name)! + (gain[row]! - mean) / (rows.length * byClass.size));
    }
  }
  return [...parts.values()].map((part) => part * parts.size);
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  return Math.sqrt(values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (values.length - 1));
}

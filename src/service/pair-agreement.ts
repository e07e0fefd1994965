import { bootstrapSubjects } from '../core/evaluation/bootstrap-subjects.ts';
import type { Figure } from '../core/evaluation/evaluation-schema.ts';
import { type Interval, shareByCount } from '../core/evaluation/interval-by-count.ts';
import { cohenKappa } from '../core/timeline/agreement.ts';

const SEED = 1;

/** What two said of the same things, of `labels` that they could choose from. */
interface SaidByTwo {
  readonly labels: number;
  /** For each thing the number of a's label, times `labels`, plus that of b's. */
  readonly cells: readonly number[];
  /** Whom each thing shows. */
  readonly subject: readonly string[];
}

/**
 * How far two agree, with 95 % intervals over subjects.
 *
 * @returns Null for the share where there is nothing to compare; for kappa also where it is not defined.
 */
export function pairAgreement({ labels, cells, subject }: SaidByTwo): {
  readonly observed: Figure | null;
  readonly kappa: Figure | null;
} {
  if (cells.length === 0) return { observed: null, kappa: null };
  const tableOf = (weights: Float64Array) => {
    const table = new Float64Array(labels * labels);
    for (const [thing, cell] of cells.entries()) table[cell]! += weights[thing]!;
    return table;
  };
  const observedOf = (table: Float64Array) => {
    const total = table.reduce((sum, value) => sum + value, 0);
    return table.reduce((sum, value, cell) => (cell % (labels + 1) === 0 ? sum + value : sum), 0) / total;
  };
  const all = tableOf(new Float64Array(cells.length).fill(1));
  const figure = (
    statistic: (table: Float64Array) => number | null,
    range: Interval,
    byCount: (value: number, subjects: number) => Interval,
  ): Figure | null =>
    bootstrapSubjects((weights) => [statistic(tableOf(weights))], { subject, seed: SEED, range, byCount })[0] ?? null;
  return {
    observed: figure(observedOf, [0, 1], shareByCount),
    kappa: figure(
      (table) => cohenKappa(table, labels),
      [-1, 1],
      beyondChanceByCount(observedOf(all), agreementByChance(all, labels, cells.length)),
    ),
  };
}

/**
 * What a number of subjects allows to say of agreement beyond chance: it is a straight line in the observed agreement, and
 * reaches as far as Wilson's interval of that.
 */
export function beyondChanceByCount(observed: number, chance: number): (value: number, subjects: number) => Interval {
  return (_, subjects) => {
    const [low, high] = shareByCount(observed, subjects);
    return [Math.max(-1, (low - chance) / (1 - chance)), (high - chance) / (1 - chance)];
  };
}

function agreementByChance(table: Float64Array, labels: number, total: number): number {
  let chance = 0;
  for (let label = 0; label < labels; label += 1) {
    let [ofA, ofB] = [0, 0];
    for (let other = 0; other < labels; other += 1) {
      ofA += table[label * labels + other]!;
      ofB += table[other * labels + label]!;
    }
    chance += (ofA / total) * (ofB / total);
  }
  return chance;
}

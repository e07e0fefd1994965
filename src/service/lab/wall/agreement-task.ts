import type { LabelAgreement } from '../../../contract/wall.ts';
import { bootstrapSubjects } from '../../../core/evaluation/bootstrap-subjects.ts';
import type { Figure } from '../../../core/evaluation/evaluation-schema.ts';
import { type Interval, shareByCount } from '../../../core/evaluation/interval-by-count.ts';
import { blindPairs, type PeopleCompared } from '../../../core/store/lab/wall/blind-pairs.node.ts';
import { IMAGE_LABELS } from '../../../core/store/lab/wall/wall-filter.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { cohenKappa } from '../../../core/timeline/agreement.ts';

const SIZE = IMAGE_LABELS.length;
const SEED = 1;

/** How far every two people agree on the images that both have labelled, with 95 % intervals over subjects. */
export function labelAgreements(
  db: ReadableDb,
  { datasetId }: { readonly datasetId: string | null },
): LabelAgreement[] {
  return blindPairs(db, datasetId).map(labelAgreement);
}

export function labelAgreement({ people, pairs }: PeopleCompared): LabelAgreement {
  const cells = pairs.map(({ labels: [a, b] }) => IMAGE_LABELS.indexOf(a) * SIZE + IMAGE_LABELS.indexOf(b));
  const subject = pairs.map((pair) => pair.subject);
  const tableOf = (weights: Float64Array) => {
    const table = new Float64Array(SIZE * SIZE);
    for (const [image, cell] of cells.entries()) table[cell]! += weights[image]!;
    return table;
  };
  const observedOf = (table: Float64Array) => {
    const total = table.reduce((sum, value) => sum + value, 0);
    return table.reduce((sum, value, cell) => (cell % (SIZE + 1) === 0 ? sum + value : sum), 0) / total;
  };
  const all = tableOf(new Float64Array(cells.length).fill(1));
  const share = observedOf(all);
  const figure = (
    statistic: (table: Float64Array) => number | null,
    range: Interval,
    byCount: (value: number, subjects: number) => Interval,
  ): Figure | null =>
    bootstrapSubjects((weights) => [statistic(tableOf(weights))], { subject, seed: SEED, range, byCount })[0] ?? null;
  // Kappa is a straight line in the observed agreement: it reaches as far as Wilson's interval of that.
  const chance = agreementByChance(all, cells.length);
  const kappaByCount = (_: number, subjects: number): Interval => {
    const [low, high] = shareByCount(share, subjects);
    return [Math.max(-1, (low - chance) / (1 - chance)), (high - chance) / (1 - chance)];
  };
  return {
    people: [...people],
    images: pairs.length,
    subjects: new Set(subject).size,
    observed: figure(observedOf, [0, 1], shareByCount) ?? { value: share, low: 0, high: 1 },
    kappa: figure((table) => cohenKappa(table, SIZE), [-1, 1], kappaByCount),
  };
}

function agreementByChance(table: Float64Array, total: number): number {
  const labels = IMAGE_LABELS.map((_, label) => label);
  const sum = (cellOf: (other: number) => number) => labels.reduce((all, other) => all + table[cellOf(other)]!, 0);
  return labels.reduce(
    (all, label) =>
      all + (sum((other) => label * SIZE + other) / total) * (sum((other) => other * SIZE + label) / total),
    0,
  );
}

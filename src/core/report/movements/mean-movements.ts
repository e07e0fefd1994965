import { sampleRows } from '../pieces/sample-rows.ts';
import type { ReportSamples } from '../report-samples.ts';
import { ALL_MOVEMENT_COLUMNS, movementsOf } from './movements-by-second.ts';

/** A session's movements in one figure each. */
export interface MeanMovements {
  /** Samples in which all of them were measured. */
  readonly count: number;
  /** In the order of ALL_MOVEMENT_COLUMNS, each over the samples that have it; null without any. */
  readonly means: readonly (number | null)[];
}

export function meanMovements(samples: ReportSamples): MeanMovements {
  const sums = ALL_MOVEMENT_COLUMNS.map(() => ({ sum: 0, count: 0 }));
  for (const { page, row } of sampleRows(samples)) {
    for (const [column, value] of movementsOf(page, row).entries()) {
      if (Number.isNaN(value)) continue;
      sums[column]!.sum += value;
      sums[column]!.count += 1;
    }
  }
  return {
    count: Math.min(...sums.map(({ count }) => count)),
    means: sums.map(({ sum, count }) => (count === 0 ? null : sum / count)),
  };
}

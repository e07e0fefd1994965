import { MOVEMENT_COLUMNS, type ReportSamples } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';

const WIDTH = MOVEMENT_COLUMNS.length;

/**
 * Means of the movements by whole seconds: beginning of the second -> the columns of MOVEMENT_COLUMNS. A second in which
 * none was measured has no entry.
 */
export function movementsBySecond({
  count,
  atMs,
  movements,
}: Pick<ReportSamples, 'count' | 'atMs' | 'movements'>): ReadonlyMap<number, readonly number[]> {
  const sums = new Map<number, { readonly total: Float64Array; samples: number }>();
  for (let index = 0; index < count; index += 1) {
    const row = movements.subarray(index * WIDTH, (index + 1) * WIDTH);
    if (Number.isNaN(row[0])) continue;
    const second = Math.floor(atMs[index]! / SECOND_MS) * SECOND_MS;
    const sum = sums.get(second) ?? { total: new Float64Array(WIDTH), samples: 0 };
    for (let column = 0; column < WIDTH; column += 1) sum.total[column]! += row[column]!;
    sum.samples += 1;
    sums.set(second, sum);
  }
  return new Map(
    [...sums].map(([second, { total, samples }]) => [second, Array.from(total, (value) => value / samples)]),
  );
}

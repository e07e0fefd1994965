import { MOVEMENT_COLUMNS, QUALITY_COLUMNS, type ReportSamples } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';

type Times = Pick<ReportSamples, 'count' | 'atMs'>;

/** The turn to a side, which stands among a sample's quality, before the columns of MOVEMENT_COLUMNS. */
export const ALL_MOVEMENT_COLUMNS = ['yaw_deg', ...MOVEMENT_COLUMNS] as const;

const YAW = QUALITY_COLUMNS.indexOf('yaw_deg');

/**
 * A sample's movements in the order of ALL_MOVEMENT_COLUMNS; NaN where they were not measured. Sessions of earlier versions
 * have the turn alone.
 */
export function movementsOf({ quality, movements }: ReportSamples, row: number): number[] {
  const width = MOVEMENT_COLUMNS.length;
  return [quality[row * QUALITY_COLUMNS.length + YAW]!, ...movements.subarray(row * width, (row + 1) * width)];
}

/**
 * Means of the movements by whole seconds: beginning of the second -> the columns of MOVEMENT_COLUMNS. A second in which
 * none was measured has no entry.
 */
export function movementsBySecond(
  samples: Times & Pick<ReportSamples, 'movements'>,
): ReadonlyMap<number, readonly number[]> {
  return meansBySecond(samples, samples.movements, MOVEMENT_COLUMNS.length);
}

/** The turn's means by whole seconds. */
export function yawBySecond(samples: Times & Pick<ReportSamples, 'quality'>): ReadonlyMap<number, number> {
  const means = meansBySecond(samples, samples.quality, QUALITY_COLUMNS.length);
  return new Map([...means].map(([second, mean]) => [second, mean[YAW]!]));
}

/** @param values Row-major [count, width]; a row that begins with NaN was not measured. */
function meansBySecond({ count, atMs }: Times, values: Float32Array, width: number): Map<number, number[]> {
  const sums = new Map<number, { readonly total: Float64Array; samples: number }>();
  for (let index = 0; index < count; index += 1) {
    const row = values.subarray(index * width, (index + 1) * width);
    if (Number.isNaN(row[0])) continue;
    const second = Math.floor(atMs[index]! / SECOND_MS) * SECOND_MS;
    const sum = sums.get(second) ?? { total: new Float64Array(width), samples: 0 };
    for (let column = 0; column < width; column += 1) sum.total[column]! += row[column]!;
    sum.samples += 1;
    sums.set(second, sum);
  }
  return new Map(
    [...sums].map(([second, { total, samples }]) => [second, Array.from(total, (value) => value / samples)]),
  );
}

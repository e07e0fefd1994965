import { sampleRows } from '../pieces/sample-rows.ts';
import { MOVEMENT_COLUMNS, QUALITY_COLUMNS, type ReportSamples, type SamplePage } from '../report-samples.ts';
import { SECOND_MS } from '../report-seconds.ts';

/** The turn to a side, which stands among a sample's quality, before the columns of MOVEMENT_COLUMNS. */
export const ALL_MOVEMENT_COLUMNS = ['yaw_deg', ...MOVEMENT_COLUMNS] as const;

const YAW = QUALITY_COLUMNS.indexOf('yaw_deg');

/**
 * A sample's movements in the order of ALL_MOVEMENT_COLUMNS; NaN where they were not measured. Sessions of earlier versions
 * have the turn alone.
 */
export function movementsOf({ quality, movements }: SamplePage, row: number): number[] {
  const width = MOVEMENT_COLUMNS.length;
  return [quality[row * QUALITY_COLUMNS.length + YAW]!, ...movements.subarray(row * width, (row + 1) * width)];
}

/**
 * Means of the movements by whole seconds: beginning of the second -> the columns of MOVEMENT_COLUMNS. A second in which
 * none was measured has no entry.
 */
export function movementsBySecond(samples: ReportSamples): ReadonlyMap<number, readonly number[]> {
  return meansBySecond(samples, 'movements', MOVEMENT_COLUMNS.length);
}

/** The turn's means by whole seconds. */
export function yawBySecond(samples: ReportSamples): ReadonlyMap<number, number> {
  const means = meansBySecond(samples, 'quality', QUALITY_COLUMNS.length);
  return new Map([...means].map(([second, mean]) => [second, mean[YAW]!]));
}

/** @param column Row-major [count, width]; a row that begins with NaN was not measured. */
function meansBySecond(
  samples: ReportSamples,
  column: 'movements' | 'quality',
  width: number,
): ReadonlyMap<number, readonly number[]> {
  const means = new Map<number, number[]>();
  const total = new Float64Array(width);
  let [second, measured] = [Number.NaN, 0];
  const end = () => {
    if (measured > 0)
      means.set(
        second,
        Array.from(total, (value) => value / measured),
      );
    total.fill(0);
    measured = 0;
  };
  for (const { page, row, atMs } of sampleRows(samples)) {
    const values = page[column];
    if (Number.isNaN(values[row * width])) continue;
    const its = Math.floor(atMs / SECOND_MS) * SECOND_MS;
    if (its !== second) end();
    second = its;
    for (let at = 0; at < width; at += 1) total[at]! += values[row * width + at]!;
    measured += 1;
  }
  end();
  return means;
}

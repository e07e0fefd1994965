import type { SampledData } from '@solarahealth/fhir-r4';
import { SECOND_MS } from '../report-seconds.ts';

const UCUM = 'http://unitsofmeasure.org';

/** Code of a second without a reading: FHIR R4, SampledData.data, "E" (error: no valid value). */
const NO_VALUE = 'E';

/**
 * A series of one value a second, from the session's beginning to its end.
 *
 * @param ofRow The value of a row.
 * @param atMs Beginnings of the seconds that have one, in the order of time.
 * @param lowerLimit Smallest value there can be; the largest is 1.
 */
export function sampledData(
  ofRow: (row: number) => number,
  { atMs, durationMs, lowerLimit }: { atMs: Float64Array; durationMs: number; lowerLimit: number },
): SampledData {
  return { ...series(ofRow, { atMs, durationMs, unit: '1' }), lowerLimit, upperLimit: 1 };
}

/** A quantity without limits, in a unit of UCUM. */
export function series(
  ofRow: (row: number) => number,
  { atMs, durationMs, unit }: { atMs: ArrayLike<number>; durationMs: number; unit: '1' | 'deg' },
): SampledData {
  const values = new Array<string>(Math.ceil(durationMs / SECOND_MS)).fill(NO_VALUE);
  for (let row = 0; row < atMs.length; row += 1) {
    const second = atMs[row]! / SECOND_MS;
    if (second < values.length) values[second] = String(Number(ofRow(row).toFixed(4)));
  }
  return {
    origin: { value: 0, unit, system: UCUM, code: unit },
    period: SECOND_MS,
    factor: 1,
    dimensions: 1,
    data: values.join(' '),
  };
}

/** A share or a probability, without unit. */
export function ratio(value: number) {
  return { value: Number(value.toFixed(4)), unit: '1', system: UCUM, code: '1' };
}

/** A score on a scale. */
export function score(value: number) {
  return { value, unit: '{score}', system: UCUM, code: '{score}' };
}

export function milliseconds(ms: number) {
  return { value: Math.round(ms), unit: 'ms', system: UCUM, code: 'ms' };
}

export function years(value: number) {
  return { value, unit: 'a', system: UCUM, code: 'a' };
}

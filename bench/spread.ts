import { median } from 'simple-statistics';

/** A measurement that was repeated. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** @throws Error if there is no value. */
export function spreadOf(values: readonly number[]): Spread {
  return { median: median([...values]), least: Math.min(...values), most: Math.max(...values) };
}

/** "123 (118-125)". */
export function spreadText({ median: middle, least, most }: Spread, digits = 0): string {
  const text = (value: number) => value.toFixed(digits);
  return `${text(middle)} (${text(least)}-${text(most)})`;
}

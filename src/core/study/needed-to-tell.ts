import type { Estimate } from './resample.ts';

/** A difference of balanced accuracy below this is not worth a larger study. */
const WORTH_TELLING = 0.03;

/**
 * How many times as many test children, and seeds, would make an interval no wider than what is worth telling, 3 points to
 * either side. Its width falls with the root of their number, the spread among children and seeds staying as it is.
 *
 * @returns Null where it is narrow enough.
 */
export function timesAsManyToTell({ low, high }: Pick<Estimate, 'low' | 'high'>): number | null {
  const half = (high - low) / 2;
  return half <= WORTH_TELLING ? null : (half / WORTH_TELLING) ** 2;
}

/** Whether a difference is surely not worth telling: neither end of its interval is further than 3 points from none. */
export function isSurelySmall({ low, high }: Pick<Estimate, 'low' | 'high'>): boolean {
  return Math.max(-low, high) <= WORTH_TELLING;
}

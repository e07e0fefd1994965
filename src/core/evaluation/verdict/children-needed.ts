import type { Figure } from '../evaluation-schema.ts';

/** 97.5 % and 80 % points of the standard normal distribution. */
const Z_BOTH_SIDES = 1.959963984540054;
const Z_POWER = 0.8416212335729143;

/**
 * How many test children a difference needs to be shown: to find it in four of five tests of as many children, with an
 * interval of 95 % that leaves out zero.
 *
 * n = ((z_0.975 + z_0.80) sd / difference)^2.
 *
 * Source: Chow, Shao and Wang 2008, Sample Size Calculations in Clinical Research, section 3.1.1 (one sample, equality),
 * on the paired differences by child. It takes new children to be like those that were tested, with as many images each.
 *
 * @param spread Between subjects, as `subjectSpread` gives it; its interval becomes the number's.
 * @param difference In the same unit, above 0.
 */
export function childrenNeeded(spread: Figure, difference: number): Figure {
  const needed = (deviation: number) => Math.ceil((((Z_BOTH_SIDES + Z_POWER) * deviation) / difference) ** 2);
  return { value: needed(spread.value), low: needed(spread.low), high: needed(spread.high) };
}

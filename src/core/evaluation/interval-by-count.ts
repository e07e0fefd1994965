/** 97.5 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/** The ends of an interval. */
export type Interval = readonly [low: number, high: number];

/**
 * What a number of subjects allows to say of a share, whatever the images do: the 95 % Wilson interval with each subject
 * counted once, by its share.
 *
 * Source: Wilson 1927, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, equation (6).
 *
 * @param share 0 to 1.
 * @param subjects Above 0; need not be whole.
 */
export function shareByCount(share: number, subjects: number): Interval {
  const scale = 1 + Z ** 2 / subjects;
  const centre = (share + Z ** 2 / (2 * subjects)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / subjects + Z ** 2 / (4 * subjects ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * The same of a difference of two shares on the same subjects. None was seen to be unlike the rest; by Wilson's upper
 * bound for 0 of n, z^2 / (n + z^2) of all subjects may be, and their difference may be anything from -1 to 1.
 *
 * Of two models that are always right it is the paired interval of Newcombe 1998, "Improved confidence intervals for
 * the difference between binomial proportions based on paired data", Statistics in Medicine 17, method 10.
 *
 * @param difference -1 to 1.
 * @param subjects Above 0; need not be whole.
 */
export function differenceByCount(difference: number, subjects: number): Interval {
  const unlike = Z ** 2 / (subjects + Z ** 2);
  return [difference - unlike * (difference + 1), difference + unlike * (1 - difference)];
}

/**
 * How many subjects a mean over classes stands on, as a share's variance sees it: k classes of n_1 ... n_k subjects weigh
 * as k^2 / (1 / n_1 + ... + 1 / n_k) subjects of a single class, so that a class seen on one child is not hidden by
 * hundreds of another; never more than there are, since the same child often shows several.
 *
 * @param ofClass Subjects who show each class; classes without one are left out of the mean.
 */
export function subjectsOfMean(ofClass: readonly number[], subjects: number): number {
  const shown = ofClass.filter((each) => each > 0);
  return Math.min(subjects, shown.length ** 2 / shown.reduce((sum, each) => sum + 1 / each, 0));
}

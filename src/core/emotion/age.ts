/** Age bands by which results are reported, in completed years; the upper bound is exclusive. */
export const AGE_BANDS = [
  { name: '0-2', fromYears: 0, toYears: 3 },
  { name: '3-5', fromYears: 3, toYears: 6 },
  { name: '6-8', fromYears: 6, toYears: 9 },
  { name: '9-12', fromYears: 9, toYears: 13 },
  { name: '13-17', fromYears: 13, toYears: 18 },
  { name: '18+', fromYears: 18, toYears: Number.POSITIVE_INFINITY },
] as const;

export type AgeBandName = (typeof AGE_BANDS)[number]['name'];

/**
 * The band an age falls in.
 *
 * @param ageYears Age in years, >= 0, fractions allowed.
 * @throws RangeError if the age is negative or not a number.
 */
export function ageBand(ageYears: number): AgeBandName {
  const band = AGE_BANDS.find((each) => ageYears >= each.fromYears && ageYears < each.toYears);
  if (!band) throw new RangeError(`an age in years, 0 or more, was expected; found ${ageYears}`);
  return band.name;
}

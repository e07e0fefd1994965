/**
 * Completed years from a birth month to a moment. The day of birth is not kept, so a birthday counts from the first of
 * its month: the age is right but for at most a month.
 *
 * @param birthMonth yyyy-mm
 * @param atIso ISO 8601, read in UTC.
 * @throws RangeError if either is not a date or the birth lies after the moment.
 */
export function ageInYears(birthMonth: string, atIso: string): number {
  const birth = new Date(`${birthMonth}-01T00:00:00Z`);
  const at = new Date(atIso);
  const months = 12 * (at.getUTCFullYear() - birth.getUTCFullYear()) + at.getUTCMonth() - birth.getUTCMonth();
  if (!(months >= 0)) {
    throw new RangeError(`a birth month (yyyy-mm) before the session of ${atIso} was expected; found ${birthMonth}`);
  }
  return Math.floor(months / 12);
}

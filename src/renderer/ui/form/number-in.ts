/** A number field gives a text when it is empty or has too many digits. @returns NaN if empty. */
export function numberIn(typed: number | string): number {
  return typed === '' ? Number.NaN : Number(typed);
}

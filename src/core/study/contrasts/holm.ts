/**
 * P values corrected for how many were looked at, so that the chance that one or more of them says what is not so stays what
 * it would be for one.
 *
 * Source: Holm 1979, Scandinavian Journal of Statistics 6, 65-70: the k-th smallest of m times (m - k + 1), never less
 * than the one before, 1 at most.
 *
 * @param values Each 0 to 1, in any order.
 * @returns In the same order.
 */
export function holm(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => values[a]! - values[b]!);
  const corrected = Array<number>(values.length);
  let least = 0;
  for (const [rank, index] of order.entries()) {
    least = Math.max(least, Math.min(1, values[index]! * (values.length - rank)));
    corrected[index] = least;
  }
  return corrected;
}

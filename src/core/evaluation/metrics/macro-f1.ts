import { type Confusion, columnTotal, hits, rowTotal } from './confusion.ts';

/**
 * Mean over classes of F1 = 2 hits / (images of the class + images named so).
 *
 * A class that was neither shown nor named has no F1 and is left out, as in scikit-learn's `f1_score(average="macro")`
 * with the labels left to it. One that was named but never shown counts as 0.
 *
 * @param classes Indices of the classes to take the mean over; all when left out.
 * @returns 0 to 1, or null without images.
 */
export function macroF1(
  confusion: Confusion,
  classes: Iterable<number> = Array(confusion.classCount).keys(),
): number | null {
  let sum = 0;
  let counted = 0;
  for (const each of classes) {
    const total = rowTotal(confusion, each) + columnTotal(confusion, each);
    if (total === 0) continue;
    sum += (2 * hits(confusion, each)) / total;
    counted += 1;
  }
  return counted === 0 ? null : sum / counted;
}

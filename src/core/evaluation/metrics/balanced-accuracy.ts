import type { Confusion } from './confusion.ts';
import { recall } from './recall.ts';

/**
 * Mean recall over the classes that have an image, so that a frequent emotion does not hide a rare one. A class
 * without images has no recall and is left out, as in scikit-learn's `balanced_accuracy_score`.
 *
 * @returns 0 to 1 (chance: 1 / classes), or null without images.
 */
export function balancedAccuracy(confusion: Confusion): number | null {
  let sum = 0;
  let classes = 0;
  for (let each = 0; each < confusion.classCount; each += 1) {
    const value = recall(confusion, each);
    if (value === null) continue;
    sum += value;
    classes += 1;
  }
  return classes === 0 ? null : sum / classes;
}

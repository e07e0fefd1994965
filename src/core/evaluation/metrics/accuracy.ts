import { type Confusion, hits, rowTotal } from './confusion.ts';

/**
 * Share of images whose emotion was named right.
 *
 * @returns 0 to 1, or null without images.
 */
export function accuracy(confusion: Confusion): number | null {
  let right = 0;
  let images = 0;
  for (let each = 0; each < confusion.classCount; each += 1) {
    right += hits(confusion, each);
    images += rowTotal(confusion, each);
  }
  return images === 0 ? null : right / images;
}

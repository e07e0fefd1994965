import { type Confusion, hits, rowTotal } from './confusion.ts';

/**
 * Of the images that show the class, the share that was named so.
 *
 * @returns 0 to 1, or null for a class without an image.
 */
export function recall(confusion: Confusion, classIndex: number): number | null {
  const images = rowTotal(confusion, classIndex);
  return images === 0 ? null : hits(confusion, classIndex) / images;
}

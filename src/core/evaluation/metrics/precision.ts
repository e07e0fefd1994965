import { type Confusion, columnTotal, hits } from './confusion.ts';

/**
 * Of the images that were named so, the share that shows the class.
 *
 * @returns 0 to 1, or null for a class that was never named.
 */
export function precision(confusion: Confusion, classIndex: number): number | null {
  const named = columnTotal(confusion, classIndex);
  return named === 0 ? null : hits(confusion, classIndex) / named;
}

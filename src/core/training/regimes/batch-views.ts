import type { BatchViews } from './regime.ts';

/**
 * Puts the views of a batch's images one after the other.
 *
 * @param groups For each image of the batch, the rows of its views, its own first; an adult's among them where it is a view of a child.
 * @param classOfRow Row -> column of its class.
 */
export function batchViews(groups: readonly (readonly number[])[], classOfRow: Int32Array): BatchViews {
  const rows = Int32Array.from(groups.flat());
  return {
    rows,
    classes: Int32Array.from(groups.flatMap((views) => views.map(() => classOfRow[views[0]!]!))),
    images: Int32Array.from(groups.flatMap((views, image) => views.map(() => image))),
  };
}

/** The same image as `count` views of itself. */
export function ownViews(row: number, count: number): number[] {
  return Array<number>(count).fill(row);
}

/** An upright rectangle in the pixels of one frame or image; x grows to the right, y downwards. */
export interface Box {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * Intersection over union of two boxes.
 *
 * @returns 0 when they do not overlap, 1 when they are the same.
 */
export function intersectionOverUnion(a: Box, b: Box): number {
  const widthPx = Math.min(a.xPx + a.widthPx, b.xPx + b.widthPx) - Math.max(a.xPx, b.xPx);
  const heightPx = Math.min(a.yPx + a.heightPx, b.yPx + b.heightPx) - Math.max(a.yPx, b.yPx);
  if (widthPx <= 0 || heightPx <= 0) return 0;
  const intersection = widthPx * heightPx;
  return intersection / (a.widthPx * a.heightPx + b.widthPx * b.heightPx - intersection);
}

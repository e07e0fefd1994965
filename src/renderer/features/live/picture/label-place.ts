import type { Box } from '../../../../core/emotion/box.ts';

interface LabelPlaceOptions {
  /** The face that the label is of. */
  readonly box: Box;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly picture: { readonly widthPx: number; readonly heightPx: number };
  /** Never covered where there is any other place: the child's face. */
  readonly keepFree: Box | null;
}

/**
 * Where a face's label stands: above the face, or below it where there is no room or the child's face is in the way.
 *
 * @returns The label's left upper corner, in the picture's pixels.
 */
export function labelPlace({ box, widthPx, heightPx, picture, keepFree }: LabelPlaceOptions): {
  xPx: number;
  yPx: number;
} {
  const xPx = Math.min(Math.max(0, box.xPx), Math.max(0, picture.widthPx - widthPx));
  const besides = (yPx: number) => {
    const isInPicture = yPx >= 0 && yPx + heightPx <= picture.heightPx;
    return isInPicture && !(keepFree && overlap({ xPx, yPx, widthPx, heightPx }, keepFree));
  };
  const above = box.yPx - heightPx;
  const below = box.yPx + box.heightPx;
  const yPx = [above, below].find(besides) ?? (keepFree && keepFree.yPx >= heightPx ? 0 : picture.heightPx - heightPx);
  return { xPx, yPx };
}

function overlap(a: Box, b: Box): boolean {
  return (
    a.xPx < b.xPx + b.widthPx && b.xPx < a.xPx + a.widthPx && a.yPx < b.yPx + b.heightPx && b.yPx < a.yPx + a.heightPx
  );
}

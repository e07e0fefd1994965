import type { Tap } from '../vision/enrolment-by.ts';

interface TappedCanvas {
  /** Of the canvas in the window. */
  readonly bounds: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** Of the picture that it holds whole, with bars at two sides. */
  readonly width: number;
  readonly height: number;
  readonly isMirrored: boolean;
}

/** Where a tap was, in the camera's pixels, however the picture is shown. */
export function tapIn(
  { bounds, width, height, isMirrored }: TappedCanvas,
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): Tap {
  const shown = Math.min(bounds.width / width, bounds.height / height);
  const xPx = (clientX - bounds.left - (bounds.width - width * shown) / 2) / shown;
  return {
    xPx: isMirrored ? width - xPx : xPx,
    yPx: (clientY - bounds.top - (bounds.height - height * shown) / 2) / shown,
  };
}

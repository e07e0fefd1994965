import type { Frame } from '../capture/frame.ts';
import { lumaPlane } from '../capture/quality/luma.ts';
import type { Box } from '../emotion/box.ts';

/** One pixel in so many is read, in both directions. */
const STEP_PX = 8;

/**
 * Mean grey level of the picture outside of a face's box, 0 (black) to 1 (white); 0 when the face fills the picture.
 */
export function brightnessAround(frame: Frame, { xPx, yPx, widthPx, heightPx }: Box): number {
  const { levels } = lumaPlane(frame, 0, 0, frame.widthPx, frame.heightPx);
  let sum = 0;
  let count = 0;
  for (let y = 0; y < frame.heightPx; y += STEP_PX) {
    for (let x = 0; x < frame.widthPx; x += STEP_PX) {
      if (x >= xPx && x < xPx + widthPx && y >= yPx && y < yPx + heightPx) continue;
      sum += levels[y * frame.widthPx + x]!;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count / 255;
}

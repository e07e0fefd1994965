import type { Frame } from '../frame.ts';

/** Weights of red, green and blue in a grey level: ITU-R BT.601, as JPEG and most face data sets use it. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** A rectangle of grey levels cut from a frame. */
export interface LumaPlane {
  readonly leftPx: number;
  readonly topPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Row-major, 0 to 255, not rounded. */
  readonly levels: Float32Array;
}

/**
 * Grey levels of the whole pixels from (leftPx, topPx) to, exclusively, (rightPx, bottomPx), cut off at the frame's
 * edges.
 *
 * @throws RangeError if nothing of the rectangle lies in the frame.
 */
export function lumaPlane(frame: Frame, leftPx: number, topPx: number, rightPx: number, bottomPx: number): LumaPlane {
  const left = Math.max(0, Math.floor(leftPx));
  const top = Math.max(0, Math.floor(topPx));
  const widthPx = Math.min(frame.widthPx, Math.ceil(rightPx)) - left;
  const heightPx = Math.min(frame.heightPx, Math.ceil(bottomPx)) - top;
  if (!(widthPx > 0 && heightPx > 0)) {
    throw new RangeError(
      `a rectangle inside of a frame of ${frame.widthPx} x ${frame.heightPx} was expected; found x ${leftPx} to ${rightPx}, y ${topPx} to ${bottomPx}`,
    );
  }
  const { channels, data } = frame;
  const levels = new Float32Array(widthPx * heightPx);
  let to = 0;
  for (let y = top; y < top + heightPx; y++) {
    let from = (y * frame.widthPx + left) * channels;
    for (let x = 0; x < widthPx; x++, from += channels) {
      levels[to++] = RED * data[from]! + GREEN * data[from + 1]! + BLUE * data[from + 2]!;
    }
  }
  return { leftPx: left, topPx: top, widthPx, heightPx, levels };
}

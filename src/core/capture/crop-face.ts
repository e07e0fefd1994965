import { CROP_PX } from './align-face.ts';
import { assertFrame, type Frame } from './frame.ts';
import { applySimilarity, type Similarity } from './identity/similarity.ts';
import { type LumaPlane, lumaPlane } from './quality/luma.ts';

/**
 * Cuts the canonical crop out of a frame: grey, turned level, 60 x 60.
 *
 * Every pixel of the crop is the mean of an even grid of taps, at most one frame pixel apart and each interpolated
 * bilinearly, so that a face close to the camera is smoothed and not aliased. Beyond the frame's edge the edge goes on.
 *
 * @param cropToFrame From {@link ./align-face.ts}.
 * @returns Row-major [60, 60], 0 to 255.
 * @throws RangeError if the crop lies wholly outside of the frame.
 */
export function cropFace(frame: Frame, cropToFrame: Similarity): Uint8Array {
  assertFrame(frame);
  const plane = planeUnder(frame, cropToFrame);
  const { a, b } = cropToFrame;
  const taps = Math.max(1, Math.ceil(Math.hypot(a, b)));
  const step = 1 / taps;
  const crop = new Uint8Array(CROP_PX * CROP_PX);
  for (let row = 0; row < CROP_PX; row++) {
    for (let column = 0; column < CROP_PX; column++) {
      let sum = 0;
      for (let tapRow = 0; tapRow < taps; tapRow++) {
        const v = row + (tapRow + 0.5) * step;
        for (let tapColumn = 0; tapColumn < taps; tapColumn++) {
          const u = column + (tapColumn + 0.5) * step;
          sum += levelAt(plane, a * u - b * v + cropToFrame.txPx, b * u + a * v + cropToFrame.tyPx);
        }
      }
      crop[row * CROP_PX + column] = Math.round(sum * step * step);
    }
  }
  return crop;
}

/** The grey levels that the crop needs, with a pixel to spare for interpolation. */
function planeUnder(frame: Frame, cropToFrame: Similarity): LumaPlane {
  const corners = [0, CROP_PX].flatMap((yPx) => [0, CROP_PX].map((xPx) => applySimilarity(cropToFrame, { xPx, yPx })));
  const xs = corners.map((corner) => corner.xPx);
  const ys = corners.map((corner) => corner.yPx);
  return lumaPlane(frame, Math.min(...xs) - 1, Math.min(...ys) - 1, Math.max(...xs) + 1, Math.max(...ys) + 1);
}

/** The grey level at a place of the frame, bilinear between pixel centres, which lie at .5. */
function levelAt({ leftPx, topPx, widthPx, heightPx, levels }: LumaPlane, xPx: number, yPx: number): number {
  const x = clamp(xPx - leftPx - 0.5, widthPx - 1);
  const y = clamp(yPx - topPx - 0.5, heightPx - 1);
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = left + 1 < widthPx ? 1 : 0;
  const down = top + 1 < heightPx ? widthPx : 0;
  const at = top * widthPx + left;
  const upper = levels[at]! + (x - left) * (levels[at + right]! - levels[at]!);
  const lower = levels[at + down]! + (x - left) * (levels[at + down + right]! - levels[at + down]!);
  return upper + (y - top) * (lower - upper);
}

function clamp(value: number, most: number): number {
  return value < 0 ? 0 : value > most ? most : value;
}

import type { Frame } from '../../src/core/capture/frame.ts';
import type { Random } from '../../src/core/training/views/random.ts';
import { frameOf, imageOf } from './scene.ts';

/** Noise of a small sensor at the gain it takes in a dim room, in grey levels (standard deviation). */
const SENSOR_NOISE = 3;

/**
 * The scene in other light: every level times `gain`, noise added, clipped and rounded as the sensor does, so that what
 * is lost in the dark or in glare stays lost.
 */
export function inLight(frame: Frame, gain: number, random: Random): Frame {
  const data = Uint8Array.from(frame.data, (level) =>
    Math.max(0, Math.min(255, Math.round(level * gain + SENSOR_NOISE * random.normal()))),
  );
  return { ...frame, data };
}

/** Out of focus. @param sigmaPx Standard deviation of the Gaussian, in frame pixels. */
export function outOfFocus(frame: Frame, sigmaPx: number): Promise<Frame> {
  return frameOf(imageOf(frame).blur(sigmaPx));
}

/** Moved to the side during the exposure. @param pathPx Length of the way, in frame pixels. */
export function inMotion(frame: Frame, pathPx: number): Frame {
  const { widthPx, heightPx, data } = frame;
  const out = new Uint8Array(data.length);
  const before = Math.floor(pathPx / 2);
  for (let y = 0; y < heightPx; y++) {
    for (let channel = 0; channel < 3; channel++) {
      const at = (x: number) => data[(y * widthPx + Math.max(0, Math.min(widthPx - 1, x))) * 3 + channel]!;
      let sum = 0;
      for (let x = -before; x < pathPx - before; x++) sum += at(x);
      for (let x = 0; x < widthPx; x++) {
        out[(y * widthPx + x) * 3 + channel] = Math.round(sum / pathPx);
        sum += at(x + pathPx - before) - at(x - before);
      }
    }
  }
  return { ...frame, data: out };
}

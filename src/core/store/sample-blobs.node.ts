import type { Sample } from '../emotion/sample.ts';

/**
 * A sample's numbers as little-endian float32 blobs, so that a row is small and a session is read by copying bytes.
 * 24 bits of mantissa keep a probability to 6e-8 and a pixel of a 4K frame to 0.0003.
 */

/** In the order of EMOTIONS. */
export function probabilitiesToBlob(sample: Sample): Buffer {
  return float32Blob(sample.probabilities);
}

/** x, y, width, height in pixels. */
export function boxToBlob({ box }: Sample): Buffer {
  return float32Blob([box.xPx, box.yPx, box.widthPx, box.heightPx]);
}

/** brightness, sharpness, eye distance in pixels, yaw in degrees. */
export function qualityToBlob({ quality }: Sample): Buffer {
  return float32Blob([quality.brightness, quality.sharpness, quality.eyeDistancePx, quality.yawDeg]);
}

/** Copies a blob's numbers into `target`, from index `at`. */
export function readFloat32Blob(blob: Buffer, target: Float32Array, at: number): void {
  for (let index = 0; index < blob.length / 4; index += 1) target[at + index] = blob.readFloatLE(4 * index);
}

function float32Blob(values: readonly number[]): Buffer {
  const blob = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) blob.writeFloatLE(value, 4 * index);
  return blob;
}

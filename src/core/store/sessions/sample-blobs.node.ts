import { EMOTIONS } from '../../emotion/emotion.ts';
import { MOVEMENTS } from '../../emotion/movements.ts';
import type { Sample } from '../../emotion/sample.ts';

/**
 * A sample's numbers as little-endian float32 blobs, so that a row is small and a session is read in one piece.
 * 24 bits of mantissa keep a probability to 6e-8 and a pixel of a 4K frame to 0.0003.
 */

const BOX_BYTE = 4 * EMOTIONS.length;
const QUALITY_BYTE = BOX_BYTE + 4 * 4;
const MOVEMENTS_BYTE = QUALITY_BYTE + 4 * 4;
const SAMPLE_BYTES = MOVEMENTS_BYTE + 4 * MOVEMENTS.length;

/** Stands, as a literal of SQL, for movements that were not measured: five times "not a number". */
export const NO_MOVEMENTS = `x'${'0000C07F'.repeat(MOVEMENTS.length)}'`;

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

/** In the order of MOVEMENTS; null where they were not measured. */
export function movementsToBlob({ movements }: Sample): Buffer | null {
  return movements ? float32Blob(MOVEMENTS.map((name) => movements[name])) : null;
}

/**
 * The numbers of many samples, as columns.
 *
 * @param digits Hexadecimal: of each sample the probabilities, the box, the quality and the movements.
 */
export function numbersFromHex(
  digits: string,
): Record<'probabilities' | 'box' | 'quality' | 'movements', Float32Array> {
  const bytes = Buffer.from(digits, 'hex');
  const count = bytes.length / SAMPLE_BYTES;
  const columnAt = (fromByte: number, width: number) => {
    const column = new Float32Array(count * width);
    for (let index = 0; index < column.length; index += 1) {
      const row = Math.floor(index / width);
      column[index] = bytes.readFloatLE(row * SAMPLE_BYTES + fromByte + 4 * (index % width));
    }
    return column;
  };
  return {
    probabilities: columnAt(0, EMOTIONS.length),
    box: columnAt(BOX_BYTE, 4),
    quality: columnAt(QUALITY_BYTE, 4),
    movements: columnAt(MOVEMENTS_BYTE, MOVEMENTS.length),
  };
}

/** The bytes of hexadecimal digits, in memory of their own, so that numbers of any size may be read from them in place. */
export function bytesFromHex(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(digits.length / 2);
  Buffer.from(bytes.buffer).write(digits, 'hex');
  return bytes;
}

function float32Blob(values: readonly number[]): Buffer {
  const blob = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) blob.writeFloatLE(value, 4 * index);
  return blob;
}

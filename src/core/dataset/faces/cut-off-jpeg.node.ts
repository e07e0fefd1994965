import sharp from 'sharp';

/** With more of a picture missing, a face may be half of one. */
export const MOST_MISSING_SHARE = 0.1;

const START_OF_SCAN = Buffer.from([0xff, 0xda]);
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);
/** Of the small picture that is looked at. */
const WIDTH_PX = 32;
const MOST_ROWS = 512;
/** Levels by which one row of nothing differs within itself, after rounding. */
const FLAT = 2;

/**
 * The bytes with the end that a JPEG must have; null where they have it: then it is something else that is wrong. A small
 * picture that a camera has put into the header has an end of its own, before the last scan begins.
 */
export function withEnd(bytes: Uint8Array): Buffer | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isEnded = whole.lastIndexOf(END_OF_IMAGE) > whole.lastIndexOf(START_OF_SCAN);
  return isEnded ? null : Buffer.concat([whole, END_OF_IMAGE]);
}

/**
 * How much of a JPEG's picture the file has lost with its end: the decoder fills it with one colour a row.
 *
 * @returns Share of its rows, in the order in which they are stored, 0 to 1.
 */
export async function missingShare(bytes: Uint8Array): Promise<number> {
  const { height } = await sharp(bytes).metadata();
  const rows = Math.min(height, MOST_ROWS);
  const levels = await sharp(bytes, { limitInputPixels: false, failOn: 'none' })
    .greyscale()
    .resize(WIDTH_PX, rows, { fit: 'fill', kernel: 'nearest' })
    .raw()
    .toBuffer();
  let missing = 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    const line = levels.subarray(row * WIDTH_PX, (row + 1) * WIDTH_PX);
    if (Math.max(...line) - Math.min(...line) > FLAT) break;
    missing += 1;
  }
  return missing / rows;
}

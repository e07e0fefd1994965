import { decode } from 'bmp-ts';
import type { RawImage } from './raw-image.ts';

/** Behind the 14 bytes of the file's header. */
const WIDTH_BYTE = 18;
const HEIGHT_BYTE = 22;
const LEAST_BYTES = 26;

export function isBmp(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d;
}

/**
 * A Windows bitmap, which the image library does not read.
 *
 * @param mostPixels What claims more is not decoded.
 * @returns Null for what cannot be decoded, or claims too many pixels.
 */
export function decodeBmp(bytes: Uint8Array, mostPixels: number): RawImage | null {
  if (bytes.length < LEAST_BYTES) return null;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // A height below 0 says that the rows begin at the top.
  const claimed = view.readInt32LE(WIDTH_BYTE) * Math.abs(view.readInt32LE(HEIGHT_BYTE));
  if (!(claimed > 0 && claimed <= mostPixels)) return null;
  try {
    const { width, height, data } = decode(view);
    return { widthPx: width, heightPx: height, data: rgbOf(data, width * height) };
  } catch {
    // The library throws in many ways at what is no bitmap behind its header.
    return null;
  }
}

/** The library's own order is opacity, blue, green, red; asked for another one, it forgets that for images with a palette. */
function rgbOf(data: Uint8Array, pixels: number): Uint8Array {
  const rgb = new Uint8Array(3 * pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    rgb[3 * pixel] = data[4 * pixel + 3]!;
    rgb[3 * pixel + 1] = data[4 * pixel + 2]!;
    rgb[3 * pixel + 2] = data[4 * pixel + 1]!;
  }
  return rgb;
}

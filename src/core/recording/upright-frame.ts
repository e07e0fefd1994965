import type { Frame } from '../capture/frame.ts';

/**
 * Decoded pictures as the pixels that are read: upright, in red, green and blue, and no wider than they are looked at.
 *
 * Source: Rec. ITU-R BT.601-7, BT.709-6 and BT.2020-2 (luma coefficients, quantisation of limited and full range).
 */

/** One component of a picture. */
export interface Plane {
  readonly data: Uint8Array | Uint16Array;
  /** Index of its first value, from one value to the next, and from one line to the next. */
  readonly first: number;
  readonly step: number;
  readonly stride: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface DecodedPlanes {
  /** Luma and two of colour difference, or red, green and blue. */
  readonly planes: readonly [Plane, Plane, Plane];
  readonly isRgb: boolean;
  /** Bits of a value. */
  readonly bits: number;
  /** Null where neither film nor decoder says. */
  readonly matrix: string | null;
  readonly isFullRange: boolean;
}

/** How a picture is shown. */
export interface Shown {
  /** As it is shown, turned: in the film's own pixels. */
  readonly displayWidthPx: number;
  readonly displayHeightPx: number;
  /** Degrees clockwise by which it is turned, after it is mirrored left to right where `isFlipped`. */
  readonly rotation: number;
  readonly isFlipped: boolean;
}

/** Red's and blue's share in luma. */
const SHARES: Readonly<Record<string, readonly [kr: number, kb: number]>> = {
  bt709: [0.2126, 0.0722],
  bt470bg: [0.299, 0.114],
  smpte170m: [0.299, 0.114],
  'bt2020-ncl': [0.2627, 0.0593],
};

/** Where nothing is said, films of this height and above are coded as high definition is, as players assume. */
const HD_LINES = 720;

/**
 * @param mostWidthPx Wider pictures are shrunk to it, each pixel being the mean of those that it stands for.
 * @returns The pixels, and how many of the film's pixels one of them stands for.
 */
export function uprightFrame(
  picture: DecodedPlanes,
  shown: Shown,
  mostWidthPx: number,
): { frame: Frame; scale: number } {
  const scale = Math.max(1, shown.displayWidthPx / mostWidthPx);
  const widthPx = Math.max(1, Math.round(shown.displayWidthPx / scale));
  const heightPx = Math.max(1, Math.round(shown.displayHeightPx / scale));
  const isLying = shown.rotation % 180 !== 0;
  const [lineWidth, lines] = isLying ? [heightPx, widthPx] : [widthPx, heightPx];
  const [a, b, c] = picture.planes.map((plane) => resized(plane, lineWidth, lines)) as [Values, Values, Values];
  const toRgb = picture.isRgb ? null : coefficients(picture);
  const drop = picture.bits - 8;
  const isTurned = shown.rotation !== 0 || shown.isFlipped;
  const data = new Uint8ClampedArray(4 * widthPx * heightPx);
  for (let y = 0; y < lines; y++) {
    for (let x = 0; x < lineWidth; x++) {
      const from = y * lineWidth + x;
      const to =
        4 * (isTurned ? placeOf(shown.isFlipped ? lineWidth - 1 - x : x, y, shown.rotation, lineWidth, lines) : from);
      if (toRgb) {
        const luma = toRgb.luma * (a[from]! - toRgb.black);
        const blue = b[from]! - toRgb.grey;
        const red = c[from]! - toRgb.grey;
        data[to] = luma + toRgb.redOfRed * red;
        data[to + 1] = luma - toRgb.greenOfBlue * blue - toRgb.greenOfRed * red;
        data[to + 2] = luma + toRgb.blueOfBlue * blue;
      } else {
        data[to] = a[from]! >> drop;
        data[to + 1] = b[from]! >> drop;
        data[to + 2] = c[from]! >> drop;
      }
      data[to + 3] = 255;
    }
  }
  return { frame: { widthPx, heightPx, channels: 4, data }, scale };
}

/** Where a pixel of the picture as it lies comes to be in the picture as it is shown. */
function placeOf(x: number, y: number, rotation: number, width: number, height: number): number {
  switch (rotation) {
    case 90:
      return x * height + (height - 1 - y);
    case 180:
      return (height - 1 - y) * width + (width - 1 - x);
    case 270:
      return (width - 1 - x) * height + y;
    default:
      return y * width + x;
  }
}

function coefficients({ matrix, isFullRange, bits, planes }: DecodedPlanes) {
  const guessed = planes[0].heightPx >= HD_LINES ? 'bt709' : 'smpte170m';
  const [kr, kb] = SHARES[matrix ?? guessed] ?? SHARES[guessed]!;
  const kg = 1 - kr - kb;
  const one = 2 ** (bits - 8);
  // Of limited range, luma is 16 to 235 and colour 16 to 240, in steps of an 8-bit value.
  const luma = isFullRange ? 255 / (2 ** bits - 1) : 255 / 219 / one;
  const colour = isFullRange ? 255 / (2 ** bits - 1) : 255 / 224 / one;
  return {
    luma,
    black: isFullRange ? 0 : 16 * one,
    grey: 128 * one,
    redOfRed: 2 * (1 - kr) * colour,
    greenOfRed: ((2 * (1 - kr) * kr) / kg) * colour,
    greenOfBlue: ((2 * (1 - kb) * kb) / kg) * colour,
    blueOfBlue: 2 * (1 - kb) * colour,
  };
}

type Values = Uint8Array | Uint16Array;

/** The mean of the values that each of the new ones stands for; where there are fewer, the one at that place. */
function resized({ data, first, step, stride, widthPx, heightPx }: Plane, toWidth: number, toHeight: number): Values {
  const out = data instanceof Uint16Array ? new Uint16Array(toWidth * toHeight) : new Uint8Array(toWidth * toHeight);
  const [lefts, rights] = spans(widthPx, toWidth);
  const [tops, bottoms] = spans(heightPx, toHeight);
  for (let y = 0; y < toHeight; y++) {
    const [top, bottom] = [tops[y]!, bottoms[y]!];
    for (let x = 0; x < toWidth; x++) {
      const [left, right] = [lefts[x]!, rights[x]!];
      let sum = 0;
      for (let line = top; line < bottom; line++) {
        const lineAt = first + line * stride;
        for (let column = left; column < right; column++) sum += data[lineAt + column * step]!;
      }
      out[y * toWidth + x] = sum / ((right - left) * (bottom - top)) + 0.5;
    }
  }
  return out;
}

/** From which to before which of so many values each of the new ones is taken. */
function spans(from: number, to: number): readonly [Int32Array, Int32Array] {
  const begins = new Int32Array(to);
  const ends = new Int32Array(to);
  for (let i = 0; i < to; i++) {
    begins[i] = Math.min(from - 1, Math.floor((i * from) / to));
    ends[i] = Math.max(begins[i]! + 1, Math.min(from, Math.floor(((i + 1) * from) / to)));
  }
  return [begins, ends];
}

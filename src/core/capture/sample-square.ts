import type { Frame } from './frame.ts';

/** An upright square of a frame; it may reach outside. */
export interface Square {
  readonly xPx: number;
  readonly yPx: number;
  readonly sidePx: number;
}

/**
 * A square of the frame as the small RGB picture a face net takes. What lies outside the frame is black, like the
 * padding that those nets were trained with.
 *
 * A shrunk square is averaged over evenly spaced taps, no further apart than a pixel, so that a large face is not
 * aliased; an enlarged one is interpolated bilinearly. Only the square is read: the whole frame never becomes a tensor.
 *
 * @returns Row-major [outPx, outPx, 3], 0 to 255.
 */
export function sampleSquare(frame: Frame, square: Square, outPx: number): Float32Array {
  return square.sidePx > outPx ? shrink(frame, square, outPx) : enlarge(frame, square, outPx);
}

function shrink(frame: Frame, square: Square, outPx: number): Float32Array {
  const { channels, data, widthPx, heightPx } = frame;
  const scale = square.sidePx / outPx;
  const taps = Math.ceil(scale);
  const weight = 1 / (taps * taps);
  const columns = tapPositions(square.xPx, scale, outPx, taps, widthPx);
  const rows = tapPositions(square.yPx, scale, outPx, taps, heightPx);
  const out = new Float32Array(outPx * outPx * 3);
  for (const [tapRow, y] of rows.entries()) {
    if (y < 0) continue;
    const from = y * widthPx * channels;
    let to = Math.floor(tapRow / taps) * outPx * 3;
    for (let column = 0; column < outPx; column++, to += 3) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let tap = column * taps; tap < (column + 1) * taps; tap++) {
        const x = columns[tap]!;
        if (x < 0) continue;
        const at = from + x * channels;
        red += data[at]!;
        green += data[at + 1]!;
        blue += data[at + 2]!;
      }
      out[to]! += red * weight;
      out[to + 1]! += green * weight;
      out[to + 2]! += blue * weight;
    }
  }
  return out;
}

/** The pixel under each tap along one axis, or -1 outside the frame. */
function tapPositions(fromPx: number, scale: number, outPx: number, taps: number, limitPx: number): Int32Array {
  return Int32Array.from({ length: outPx * taps }, (_, tap) => {
    const position = Math.floor(fromPx + ((tap + 0.5) * scale) / taps);
    return position >= 0 && position < limitPx ? position : -1;
  });
}

function enlarge(frame: Frame, square: Square, outPx: number): Float32Array {
  const { channels, data, widthPx, heightPx } = frame;
  const scale = square.sidePx / outPx;
  const out = new Float32Array(outPx * outPx * 3);
  let to = 0;
  for (let row = 0; row < outPx; row++) {
    const y = square.yPx + (row + 0.5) * scale - 0.5;
    const top = Math.floor(y);
    for (let column = 0; column < outPx; column++, to += 3) {
      const x = square.xPx + (column + 0.5) * scale - 0.5;
      const left = Math.floor(x);
      for (let corner = 0; corner < 4; corner++) {
        const atX = left + (corner & 1);
        const atY = top + (corner >> 1);
        if (atX < 0 || atY < 0 || atX >= widthPx || atY >= heightPx) continue;
        const weight = (1 - Math.abs(x - atX)) * (1 - Math.abs(y - atY));
        const at = (atY * widthPx + atX) * channels;
        out[to]! += weight * data[at]!;
        out[to + 1]! += weight * data[at + 1]!;
        out[to + 2]! += weight * data[at + 2]!;
      }
    }
  }
  return out;
}

/** One picture as plain pixels: a camera frame or a decoded file. The same in Node, in a window and in a worker. */
export interface Frame {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 3 for RGB, 4 for RGBA; alpha is ignored. */
  readonly channels: 3 | 4;
  /** Row-major [heightPx, widthPx, channels], 0 to 255. */
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** @throws RangeError if the sizes are not whole and positive, or the data do not fill them exactly. */
export function assertFrame({ widthPx, heightPx, channels, data }: Frame): void {
  const whole = Number.isInteger(widthPx) && Number.isInteger(heightPx) && widthPx > 0 && heightPx > 0;
  if (!whole || data.length !== widthPx * heightPx * channels) {
    throw new RangeError(
      `a frame of whole width x height x channels bytes was expected; found ${widthPx} x ${heightPx} x ${channels} with ${data.length} bytes`,
    );
  }
}

/** A picture in full, as a decoder gives it. */
export interface RawImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Row-major [heightPx, widthPx, 3], red, green, blue, 0 to 255. */
  readonly data: Uint8Array;
}

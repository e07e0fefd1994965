/** Bytes that stand before each piece and say how long it is, the highest first. */
export const LENGTH_BYTES = 4;

/**
 * Takes bytes apart into pieces, each with its length before it. Ends at a piece of no length and at one that is cut off: where
 * the pieces do not add up to the whole, something is behind them that is none.
 *
 * @returns Views of the bytes, each with its length.
 */
export function piecesOf<Bytes extends ArrayBufferLike>(bytes: Uint8Array<Bytes>): Uint8Array<Bytes>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array<Bytes>[] = [];
  for (let at = 0; at + LENGTH_BYTES <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + LENGTH_BYTES + length;
    if (length === 0 || end > bytes.length) break;
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

/** How many bytes pieces are together, with their lengths. */
export function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

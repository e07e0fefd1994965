/** The longest piece that a call carries. */
const LONGEST_BYTES = 1_900_000;

/**
 * A file of sealed pieces, each with its length before it (four bytes, the highest first), taken apart.
 *
 * @returns Null for a file that is not made of such pieces, is empty or was cut off.
 */
export function splitPieces(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < file.length; ) {
    if (at + 4 > file.length) return null;
    const end = at + 4 + view.getUint32(at);
    if (end > file.length || end - at > LONGEST_BYTES) return null;
    pieces.push(file.slice(at, end));
    at = end;
  }
  return pieces.length > 0 ? pieces : null;
}

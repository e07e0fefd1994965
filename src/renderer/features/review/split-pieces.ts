import { lengthOf, piecesOf } from '../../../core/security/pieces.ts';

/** The longest piece that a call carries. */
const LONGEST_BYTES = 1_900_000;

/**
 * A file of sealed pieces, each with its length before it (four bytes, the highest first), taken apart.
 *
 * @returns Null for a file that is not made of such pieces, is empty or was cut off.
 */
export function splitPieces(file: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer>[] | null {
  const pieces = piecesOf(file);
  if (pieces.length === 0 || lengthOf(pieces) < file.length) return null;
  // Copies: a call carries a view with all that lies around it.
  return pieces.every(({ length }) => length <= LONGEST_BYTES) ? pieces.map((piece) => piece.slice()) : null;
}

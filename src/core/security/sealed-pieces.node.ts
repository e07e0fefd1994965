import { LENGTH_BYTES, lengthOf, piecesOf } from './pieces.ts';
import { derivedKey, SEAL_BYTES, sealBytes, unsealBytes } from './seal-bytes.node.ts';

/** The key for one purpose, from the site's data key, which is used for nothing but the store and this. */
export function keyFor(dataKey: Uint8Array, purpose: string): Uint8Array {
  return derivedKey(dataKey, purpose);
}

/**
 * One piece of a file, encrypted and authenticated (AES-256-GCM) with its place: pieces cannot be exchanged, moved or left
 * out within a file unseen.
 *
 * @param place Name of the file and number of the piece.
 * @returns To be appended to the pieces before it.
 */
export function sealPiece(bytes: Uint8Array, key: Uint8Array, place: string): Uint8Array {
  const sealed = sealBytes(bytes, key, place);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/** How long a file of so many sealed pieces is that hold so many bytes. */
export function sealedLength(bytes: number, pieces: number): number {
  return bytes + pieces * (LENGTH_BYTES + SEAL_BYTES);
}

/**
 * The bytes of a file of sealed pieces.
 *
 * @param keys One of them fits each piece: a file may have been begun under one and gone on with under the next.
 * @param placeOf The place that the piece of this number was sealed with.
 * @throws Error if a piece is damaged, not in its place, or sealed under another key.
 */
export function unsealPieces(
  sealed: Uint8Array,
  keys: readonly [Uint8Array, ...Uint8Array[]],
  placeOf: (piece: number) => string,
): Uint8Array {
  const pieces = piecesOf(sealed);
  const opened = pieces.map((piece, number) => unsealByOne(piece.subarray(LENGTH_BYTES), keys, placeOf(number)));
  if (lengthOf(pieces) < sealed.length) throw new Error('a sealed file is cut off');
  return Buffer.concat(opened);
}

function unsealByOne(
  sealed: Uint8Array,
  [key, ...others]: readonly [Uint8Array, ...Uint8Array[]],
  place: string,
): Buffer {
  try {
    return unsealBytes(sealed, key, place);
  } catch (error) {
    const [next, ...rest] = others;
    if (!next) throw error;
    return unsealByOne(sealed, [next, ...rest], place);
  }
}

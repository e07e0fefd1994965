import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const LENGTH_BYTES = 4;

/**
 * The key for one purpose, from the site's data key, which is used for nothing but the store and this.
 *
 * Source: HKDF, RFC 5869.
 */
export function keyFor(dataKey: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', dataKey, '', purpose, KEY_BYTES));
}

/**
 * One piece of a file, encrypted and authenticated (AES-256-GCM) with its place: pieces cannot be exchanged, moved or left
 * out within a file unseen.
 *
 * @param place Name of the file and number of the piece.
 * @returns To be appended to the pieces before it.
 */
export function sealPiece(bytes: Uint8Array, key: Uint8Array, place: string): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv);
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(sealed.length);
  return Buffer.concat([length, sealed]);
}

/**
 * The bytes of a file of sealed pieces.
 *
 * @param placeOf The place that the piece of this number was sealed with.
 * @throws Error if a piece is damaged, not in its place, or sealed under another key.
 */
export function unsealPieces(sealed: Uint8Array, key: Uint8Array, placeOf: (piece: number) => string): Uint8Array {
  const whole = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const pieces: Buffer[] = [];
  for (let at = 0; at < whole.length; ) {
    const end = at + LENGTH_BYTES + whole.readUInt32BE(at);
    const piece = whole.subarray(at + LENGTH_BYTES, end);
    if (end > whole.length || piece.length < IV_BYTES + TAG_BYTES) throw new Error('a sealed file is cut off');
    const decipher = createDecipheriv(CIPHER, key, piece.subarray(0, IV_BYTES));
    decipher.setAAD(Buffer.from(placeOf(pieces.length)));
    decipher.setAuthTag(piece.subarray(-TAG_BYTES));
    pieces.push(Buffer.concat([decipher.update(piece.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]));
    at = end;
  }
  return Buffer.concat(pieces);
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
export const SEAL_KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What sealed bytes are longer by. */
export const SEAL_BYTES = IV_BYTES + TAG_BYTES;

/**
 * Bytes of a key, or several keys one after the other, that follow from another key and a purpose; they tell nothing of it.
 *
 * Source: HKDF, RFC 5869, with SHA-256 and without salt.
 */
export function derivedKey(from: Uint8Array, purpose: string, bytes = SEAL_KEY_BYTES): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', from, '', purpose, bytes));
}

/**
 * Bytes encrypted and authenticated (AES-256-GCM): a fresh initialisation vector, the ciphertext, the tag.
 *
 * @param place What they are sealed together with and opened with again; nothing by default.
 */
export function sealBytes(bytes: Uint8Array, key: Uint8Array, place = ''): Uint8Array {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(place));
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error if they are damaged, cut off, or sealed under another key or for another place. */
export function unsealBytes(sealed: Uint8Array, key: Uint8Array, place = ''): Buffer {
  if (sealed.length < SEAL_BYTES) throw new Error(`sealed bytes are cut off: ${sealed.length}`);
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

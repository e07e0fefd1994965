import { createHmac, pbkdf2Sync } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';

/**
 * The encrypted file seen from outside, without SQLite: SQLCipher 4's page format, as far as it takes to tell a wrong
 * key from a damaged file. SQLite itself answers "not a database" to both.
 *
 * Every page of 4096 bytes ends with a 16-byte initialisation vector and a 64-byte HMAC-SHA512 over the encrypted
 * bytes, the vector and the page number (little-endian). The first page begins with the 16-byte salt, outside the HMAC.
 * Source: https://www.zetetic.net/sqlcipher/design/, "Page format" and "Message authentication code".
 */

export const KEY_BYTES = 32;
export const PAGE_BYTES = 4096;
const SALT_BYTES = 16;
const HMAC_BYTES = 64;
const HMAC_SALT_MASK = 0x3a;
const HMAC_KDF_ROUNDS = 2;

/**
 * The salt is made from the key instead of at random: the key is itself random and used for this one file, and so a
 * damaged first page does not take the salt with it.
 */
export function saltOf(key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('faceward store salt').digest().subarray(0, SALT_BYTES);
}

/** The key and salt as SQLCipher's raw key, which skips the derivation from a password. Holds the key: never log it. */
export function rawKeyPragma(key: Uint8Array, pragma: 'key' | 'rekey' = 'key'): string {
  return `${pragma} = "x'${Buffer.from(key).toString('hex')}${saltOf(key).toString('hex')}'"`;
}

/**
 * Whether at least one page of the file was written under the key.
 *
 * Reads pages until the first that was, so an undamaged file costs one page and a wrong key the whole file.
 *
 * @returns False also for a file shorter than one page.
 */
export function isWrittenUnder(file: string, key: Uint8Array): boolean {
  const hmacSalt = saltOf(key).map((byte) => byte ^ HMAC_SALT_MASK);
  const hmacKey = pbkdf2Sync(key, hmacSalt, HMAC_KDF_ROUNDS, KEY_BYTES, 'sha512');
  const pages = Math.floor(statSync(file).size / PAGE_BYTES);
  const page = Buffer.alloc(PAGE_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    for (let number = 1; number <= pages; number += 1) {
      readSync(descriptor, page, 0, PAGE_BYTES, (number - 1) * PAGE_BYTES);
      if (isAuthentic(page, number, hmacKey)) return true;
    }
    return false;
  } finally {
    closeSync(descriptor);
  }
}

function isAuthentic(page: Buffer, number: number, hmacKey: Buffer): boolean {
  const numberBytes = Buffer.alloc(4);
  numberBytes.writeUInt32LE(number);
  return createHmac('sha512', hmacKey)
    .update(page.subarray(number === 1 ? SALT_BYTES : 0, PAGE_BYTES - HMAC_BYTES))
    .update(numberBytes)
    .digest()
    .equals(page.subarray(PAGE_BYTES - HMAC_BYTES));
}

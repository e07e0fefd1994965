import { createHmac, randomBytes } from 'node:crypto';

/** Letters and digits that nobody takes for another: no I, L, O, U (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 10;

/** @returns A new secret for {@link pseudonymOf}, hexadecimal. Whoever has it can try codes: only an encrypted store may hold it. */
export function makePseudonymSecret(): string {
  return randomBytes(32).toString('hex');
}

/**
 * What stands for an id outside the site: the same for the same id, secret and kind. Without the secret it is of no use
 * for finding the id, or for telling whether two sites mean the same one.
 *
 * HMAC-SHA-256 (RFC 2104) cut to 50 bits: among 10,000 ids two are alike with a chance of 1 in 20 million.
 *
 * @param secret Hexadecimal.
 * @param kind What the id names; a child and a session of one id would differ. Its first letter leads the pseudonym.
 * @returns e.g. "C-7K2M9QXW0D".
 */
export function pseudonymOf(secret: string, kind: 'child' | 'session', id: string): string {
  const digest = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${kind}\n${id}`).digest();
  // 256 is a multiple of 32: each letter is as likely as any other.
  const letters = Array.from(digest.subarray(0, LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]);
  return `${kind.charAt(0).toUpperCase()}-${letters.join('')}`;
}

import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { derivedKey, sealBytes, unsealBytes } from './seal-bytes.node.ts';

/**
 * A box that anybody who has its public key can put a letter into, and that only the holder of its private key can empty: an
 * X25519 key of the letter's own, agreed with the box's, gives the key that the letter is sealed under.
 *
 * It hides what a letter says. It does not show who wrote it, nor that one was taken away.
 * Sources: X25519 RFC 7748; the key by HKDF, RFC 5869; AES-256-GCM NIST SP 800-38D.
 */

const PURPOSE = 'faceward letter box 1';

/** A new box. @returns Both keys as DER in base64: SPKI and PKCS #8. */
export function makeLetterBox(): { readonly publicKey: string; readonly privateKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('x25519');
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
  };
}

/** @throws Error if that is no public key of a box. */
export function sealLetter(text: string, publicKey: string): string {
  const box = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
  const own = generateKeyPairSync('x25519');
  const sender = own.publicKey.export({ type: 'spki', format: 'der' });
  const sealed = sealBytes(Buffer.from(text, 'utf8'), keyOf(own.privateKey, box), sender.toString('base64'));
  return `${sender.toString('base64')} ${Buffer.from(sealed).toString('base64')}`;
}

/** @returns Null for what was not sealed for this box, or was changed since. */
export function openLetter(letter: string, privateKey: string): string | null {
  const box = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), type: 'pkcs8', format: 'der' });
  const [sender = '', sealed = ''] = letter.split(' ');
  try {
    const from = createPublicKey({ key: Buffer.from(sender, 'base64'), type: 'spki', format: 'der' });
    return unsealBytes(Buffer.from(sealed, 'base64'), keyOf(box, from), sender).toString('utf8');
  } catch {
    // Another box's, or damaged: which is one of the two answers.
    return null;
  }
}

function keyOf(privateKey: KeyObject, publicKey: KeyObject): Uint8Array {
  return derivedKey(diffieHellman({ privateKey, publicKey }), PURPOSE);
}

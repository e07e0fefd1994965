import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/**
 * Signatures by Ed25519 (RFC 8032), as node:crypto makes them: no choice of hash or padding that could be made wrong,
 * and the same signature each time for the same bytes and key.
 */
export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: PublicKey;
}

/** A public key in the forms in which it is written down. */
export interface PublicKey {
  /** The 32 bytes of RFC 8032 in base64url: within a seal. */
  readonly text: string;
  /** SPKI: as a file of its own. */
  readonly pem: string;
  /** SHA-256 of the SPKI in DER, hexadecimal in eight groups of eight: for people to compare. */
  readonly fingerprint: string;
}

/** @returns A new private key, PKCS #8 in PEM. A secret: only an encrypted store may hold it. */
export function makePrivateKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** @throws Error if the text is no private key of Ed25519. */
export function readPrivateKey(pem: string): SigningKey {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`a private key of Ed25519 was expected; found one of ${privateKey.asymmetricKeyType}`);
  }
  return { privateKey, publicKey: describe(createPublicKey(privateKey)) };
}

/** @returns Null for a text that is no public key of Ed25519. */
export function readPublicKeyPem(pem: string): PublicKey | null {
  return orNull(() => createPublicKey(pem));
}

/** @returns Null for a text that is not the one way of writing 32 bytes in base64url. */
export function readPublicKeyText(text: string): PublicKey | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32 || bytes.toString('base64url') !== text) return null;
  return orNull(() => keyOf(text));
}

/** @returns 64 bytes in base64url. */
export function signatureOf(message: Uint8Array, { privateKey }: SigningKey): string {
  return sign(null, message, privateKey).toString('base64url');
}

/** True for the signature of exactly these bytes by this key, written in the one way there is. */
export function isSignatureOf(signature: string, message: Uint8Array, { text }: Pick<PublicKey, 'text'>): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return bytes.toString('base64url') === signature && verify(null, message, keyOf(text), bytes);
}

function keyOf(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: text }, format: 'jwk' });
}

function orNull(read: () => KeyObject): PublicKey | null {
  let key: KeyObject;
  try {
    key = read();
  } catch {
    // node:crypto says in an error of its own kind that a text is no key: here that is one of the two answers.
    return null;
  }
  return key.asymmetricKeyType === 'ed25519' ? describe(key) : null;
}

function describe(key: KeyObject): PublicKey {
  const digest = createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex');
  return {
    text: key.export({ format: 'jwk' }).x ?? '',
    pem: key.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: digest.match(/.{8}/g)!.join(' '),
  };
}

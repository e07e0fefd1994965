import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { z } from 'zod';
import { unwrapKey, wrapKey, wrappedKeySchema } from '../key-wrap.node.ts';
import { derivedKey, sealBytes, unsealBytes } from '../seal-bytes.node.ts';

/**
 * One way into the store. A slot has a key pair of its own: the private half is locked under a secret (a password, the
 * recovery code), and the data key is sealed to the public half. So whoever has the data key can seal another one to every
 * slot without knowing anybody's secret, and what lies in the store opens no slot.
 *
 * Sources: X25519 RFC 7748; the seal is a key of HKDF over the shared secret of a pair made for it and the slot's
 * (ephemeral-static Diffie-Hellman, NIST SP 800-56A 6.2.2), which AES-256-GCM encrypts with.
 */

const KEY_BYTES = 32;

/** 32 bytes in base64url. */
const keyText = z.string().regex(/^[\w-]{43}$/);

export const slotSchema = z.strictObject({
  /** The private half, as it is locked. */
  secret: wrappedKeySchema,
  publicKey: keyText,
  /** The data key, and the public half of the pair that was made to seal it. */
  sealed: z.strictObject({ by: keyText, dataKey: z.string().regex(/^[\w-]{80}$/) }),
  /** Id of the computer's secret that is needed beside what is typed; left out where nothing is. */
  alsoNeeds: z.uuid().optional(),
});

export type Slot = z.infer<typeof slotSchema>;

/** A secret that the keystore of one computer holds; slots name it by its id. */
export interface ComputerKey {
  readonly id: string;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
}

/**
 * Makes a slot.
 *
 * @param owner Whose it is; the slot opens for nobody else.
 * @param computer What it needs beside the secret; null for nothing.
 */
export async function makeSlot(
  dataKey: Uint8Array,
  secret: string | Uint8Array,
  owner: string,
  computer: ComputerKey | null = null,
): Promise<Slot> {
  const { d, x } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' }) as { d: string; x: string };
  const label = labelOf(owner, x, computer?.id);
  const locked = await wrapKey(Buffer.from(d, 'base64url'), secret, label, computer?.secret);
  const slot = { secret: locked, publicKey: x, sealed: sealDataKey(dataKey, x, owner) };
  return computer ? { ...slot, alsoNeeds: computer.id } : slot;
}

/** The same slot for another data key: its secret stays. */
export function resealSlot(slot: Slot, dataKey: Uint8Array, owner: string): Slot {
  return { ...slot, sealed: sealDataKey(dataKey, slot.publicKey, owner) };
}

/**
 * @param beside The computer's secret that the slot needs, if it needs one.
 * @returns The data key, or null if a secret or the owner is another or the slot was tampered with.
 */
export async function openSlot(
  { secret: locked, publicKey, sealed, alsoNeeds }: Slot,
  secret: string | Uint8Array,
  owner: string,
  beside: Uint8Array | null = null,
): Promise<Uint8Array | null> {
  const d = await unwrapKey(locked, secret, labelOf(owner, publicKey, alsoNeeds), beside);
  if (!d) return null;
  try {
    const own = privateKeyOf(Buffer.from(d).toString('base64url'), publicKey);
    const shared = diffieHellman({ privateKey: own, publicKey: publicKeyOf(sealed.by) });
    return unsealBytes(Buffer.from(sealed.dataKey, 'base64url'), sealKey(shared, sealed.by, publicKey), owner);
  } catch {
    // No point of the curve, or a seal that does not fit: which is the answer.
    return null;
  }
}

function sealDataKey(dataKey: Uint8Array, publicKey: string, owner: string): Slot['sealed'] {
  if (dataKey.length !== KEY_BYTES) {
    throw new RangeError(`a data key of ${KEY_BYTES} bytes was expected; found ${dataKey.length}`);
  }
  const pair = generateKeyPairSync('x25519');
  const { x: by } = pair.publicKey.export({ format: 'jwk' }) as { x: string };
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(publicKey) });
  const sealed = sealBytes(dataKey, sealKey(shared, by, publicKey), owner);
  return { by, dataKey: Buffer.from(sealed).toString('base64url') };
}

function sealKey(shared: Uint8Array, by: string, publicKey: string): Uint8Array {
  return derivedKey(shared, JSON.stringify(['faceward key slot', by, publicKey]));
}

function labelOf(owner: string, publicKey: string, alsoNeeds: string | undefined): string {
  return JSON.stringify(alsoNeeds === undefined ? [2, owner, publicKey] : [3, owner, publicKey, alsoNeeds]);
}

function privateKeyOf(d: string, x: string): KeyObject {
  return createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x } satisfies JsonWebKey, format: 'jwk' });
}

function publicKeyOf(x: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x } satisfies JsonWebKey, format: 'jwk' });
}

import { createCipheriv, createDecipheriv, hkdf, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { SCRYPT_N, SCRYPT_N_BOUNDS } from './scrypt-cost.ts';

/**
 * The data key, locked under a secret: scrypt makes a wrapping key of the secret, AES-256-GCM encrypts and seals the
 * data key with it. The seal also covers a label (whose slot it is), so that a slot cannot be moved under another name.
 *
 * Where a second secret is needed beside it, the wrapping key is one of HKDF over what scrypt makes of the first and the second: neither
 * opens anything without the other.
 * Sources: scrypt RFC 7914; AES-GCM NIST SP 800-38D; HKDF RFC 5869.
 */

export const DATA_KEY_BYTES = 32;

const COST = { N: SCRYPT_N, r: 8, p: 1 };
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const WRAPPING_KEY_BYTES = 32;
const BESIDE_PURPOSE = 'faceward key slot: typed secret and second secret';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** As in the file. */
export const wrappedKeySchema = z.object({
  scryptN: z
    .number()
    .int()
    .min(SCRYPT_N_BOUNDS.least)
    .max(SCRYPT_N_BOUNDS.most)
    .refine((value) => Number.isInteger(Math.log2(value)), 'must be a power of 2'),
  scryptR: z.literal(8),
  scryptP: z.literal(1),
  salt: hex(SALT_BYTES),
  nonce: hex(NONCE_BYTES),
  encryptedKey: hex(DATA_KEY_BYTES),
  tag: hex(TAG_BYTES),
});

export type WrappedKey = z.infer<typeof wrappedKeySchema>;

/**
 * @param secret Password (normalised) or recovery bytes.
 * @param beside 32 random bytes that are needed as well; null where nothing is.
 */
export async function wrapKey(
  key: Uint8Array,
  secret: string | Uint8Array,
  label: string,
  beside: Uint8Array | null = null,
): Promise<WrappedKey> {
  if (key.length !== DATA_KEY_BYTES) {
    throw new RangeError(`a data key of ${DATA_KEY_BYTES} bytes was expected; found ${key.length}`);
  }
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await wrappingKeyOf({ secret, beside }, salt, COST), nonce).setAAD(
    Buffer.from(label),
  );
  const encryptedKey = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    scryptN: COST.N,
    scryptR: 8,
    scryptP: 1,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    encryptedKey: encryptedKey.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
  };
}

/** @returns The data key, or null if a secret or the label is another or the slot was tampered with. */
export async function unwrapKey(
  wrapped: WrappedKey,
  secret: string | Uint8Array,
  label: string,
  beside: Uint8Array | null = null,
): Promise<Uint8Array | null> {
  const { scryptN: N, scryptR: r, scryptP: p } = wrapped;
  const wrappingKey = await wrappingKeyOf({ secret, beside }, Buffer.from(wrapped.salt, 'hex'), { N, r, p });
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(wrapped.nonce, 'hex'), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(label))
    .setAuthTag(Buffer.from(wrapped.tag, 'hex'));
  const key = decipher.update(Buffer.from(wrapped.encryptedKey, 'hex'));
  try {
    decipher.final();
    return key;
  } catch {
    // The only way final() fails: the seal does not match, which is the answer.
    return null;
  }
}

/** Takes as long as a real unwrapping, so that an unknown name cannot be told from a wrong password by the clock. */
export async function pretendToUnwrap(secret: string): Promise<void> {
  await derive(secret, randomBytes(SALT_BYTES), COST);
}

async function wrappingKeyOf(
  { secret, beside }: { readonly secret: string | Uint8Array; readonly beside: Uint8Array | null },
  salt: Buffer,
  cost: typeof COST,
): Promise<Uint8Array> {
  const ofSecret = await derive(secret, salt, cost);
  if (!beside) return ofSecret;
  if (beside.length !== DATA_KEY_BYTES) {
    throw new RangeError(`a second secret of ${DATA_KEY_BYTES} bytes was expected; found ${beside.length}`);
  }
  const both = Buffer.concat([ofSecret, beside]);
  return new Uint8Array(await promisify(hkdf)('sha256', both, salt, BESIDE_PURPOSE, WRAPPING_KEY_BYTES));
}

function derive(secret: string | Uint8Array, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  // scrypt needs 128 * N * r bytes; Node's own limit of 32 MiB is below that.
  const maxmem = 2 * 128 * cost.N * cost.r;
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, WRAPPING_KEY_BYTES, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

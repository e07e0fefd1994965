import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSignatureOf, readPublicKeyText, type SigningKey, signatureOf } from '../../security/signature.node.ts';

/**
 * What makes a report verifiable: a digest of every byte of the file but the seal's own, signed by the site, and beside
 * it digests of the file's parts, so that it can be said which part of a changed file differs.
 *
 * The signature covers the seal as text without the signature itself. A seal has one way of being written: it is read
 * only if writing it again gives the same text, so that no byte of it can be changed unseen either.
 */

const SEAL_FORMAT = 'faceward-seal/1';

const partSchema = z.strictObject({
  name: z.string(),
  /** Numbers of the objects of a PDF that make up the part; empty in JSON, where the name is a field's. */
  objects: z.array(z.number().int().min(0)),
  /** SHA-256, hexadecimal. */
  digest: z.string(),
});

const bodySchema = z.strictObject({
  format: z.literal(SEAL_FORMAT),
  kind: z.enum(['pdf', 'json']),
  /** Of the site, the 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
  /** Length of the whole file, in bytes. */
  fileBytes: z.number().int().min(0),
  /** Where the seal begins and how long it is, in bytes of the file. */
  sealAtByte: z.number().int().min(0),
  sealBytes: z.number().int().min(0),
  /** SHA-256 of all bytes before and after the seal, hexadecimal. */
  digest: z.string(),
  parts: z.array(partSchema),
});

const sealSchema = bodySchema.extend({ signature: z.string() });

export type Seal = z.infer<typeof sealSchema>;

/** @param about What is sealed. @returns The seal as text: one line of JSON in ASCII. */
export function writeSeal(about: Omit<Seal, 'format' | 'publicKey' | 'signature'>, key: SigningKey): string {
  const body = bodySchema.parse({ ...about, format: SEAL_FORMAT, publicKey: key.publicKey.text });
  return JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) });
}

/** @returns Null for a text that is no seal, or not written as a seal is. */
export function readSeal(text: string): Seal | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no seal: which is one of the two answers.
    return null;
  }
  const { data } = sealSchema.safeParse(value);
  return data && JSON.stringify(data) === text ? data : null;
}

/** True when the seal is as the owner of its key signed it. Says nothing yet of the file around it. */
export function isSealGenuine({ signature, ...body }: Seal): boolean {
  const key = readPublicKeyText(body.publicKey);
  return key !== null && isSignatureOf(signature, messageOf(body), key);
}

/** SHA-256 of pieces one after the other, hexadecimal. */
export function digestOf(...pieces: readonly (string | Uint8Array)[]): string {
  return digestOfAll(pieces);
}

/** The same of pieces that are made as they are wanted. */
export function digestOfAll(pieces: Iterable<string | Uint8Array>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

function messageOf(body: Omit<Seal, 'signature'>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}

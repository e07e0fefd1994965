import { z } from 'zod';
import { type AuditHead, auditHeadSchema } from './audit-head.ts';
import { isSignatureOf, type PublicKey, readPublicKeyText, type SigningKey, signatureOf } from './signature.node.ts';

/**
 * The end of the audit log, told outside of it. The chain alone cannot show that its end was cut off, that all of it was
 * written anew or that an older store was put back: whoever has seen a later head can.
 *
 * The signature tells that the site wrote it. It does not stop whoever holds the data key, since the site's key lies in the
 * store: a copy that this person cannot reach (an exported log, a report that was handed on) does.
 */

const HEAD_FORMAT = 'faceward-audit-head/1';

const bodySchema = z.strictObject({
  format: z.literal(HEAD_FORMAT),
  ...auditHeadSchema.shape,
  /** The 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
});

const signedSchema = bodySchema.extend({ signature: z.string() });

/** @returns One line of JSON, signed. The same head and key give the same line. */
export function writeAuditHead({ entries, lastHash, atIso }: AuditHead, key: SigningKey): string {
  const body = bodySchema.parse({ format: HEAD_FORMAT, entries, lastHash, atIso, publicKey: key.publicKey.text });
  return `${JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) })}\n`;
}

/** @returns Null for a text that is no head, or not as the owner of the key in it signed it. */
export function readAuditHead(text: string): { readonly head: AuditHead; readonly key: PublicKey } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no head: which is one of the two answers.
    return null;
  }
  const { data } = signedSchema.safeParse(value);
  if (!data) return null;
  const { signature, ...body } = data;
  const key = readPublicKeyText(body.publicKey);
  if (!key || !isSignatureOf(signature, messageOf(body), key)) return null;
  const { entries, lastHash, atIso } = body;
  return { head: { entries, lastHash, atIso }, key };
}

function messageOf(body: z.infer<typeof bodySchema>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}

import { z } from 'zod';
import { isSignatureOf, type PublicKey, readPublicKeyText, type SigningKey, signatureOf } from './signature.node.ts';

/**
 * Where the audit log begins, once entries of it went by rule: the number and the hash of the last that went, signed by the site. What
 * is left of the chain follows from that hash; without such a statement a log that begins elsewhere than with entry 1 is not whole.
 *
 * It cannot stop whoever holds the data key, as audit-head.node.ts says: a copy of the log that was kept elsewhere does.
 */

const BEGINNING_FORMAT = 'faceward-audit-beginning/1';

const statementSchema = z.object({
  siteName: z.string(),
  /** How many entries have gone in all, which is the number of the last of them. */
  entries: z.number().int().min(1),
  /** Of the last that went, 64 hexadecimal digits: what the first that is left follows. */
  lastHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The first that went with this cut, and when it and the last were written. */
  fromEntry: z.number().int().min(1),
  fromIso: z.string().max(40),
  untilIso: z.string().max(40),
  /** The rule: for how many months entries are kept, and who said so. */
  months: z.number().int(),
  ruleBy: z.string(),
  cutAtIso: z.string().max(40),
});

const bodySchema = z.strictObject({
  format: z.literal(BEGINNING_FORMAT),
  ...statementSchema.shape,
  /** The 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
});

const signedSchema = bodySchema.extend({ signature: z.string() });

/** What was cut off the log's beginning, by which rule. */
export type AuditBeginning = z.infer<typeof statementSchema>;

/** @returns One line of JSON, signed. The same statement and key give the same line. */
export function writeAuditBeginning(statement: AuditBeginning, key: SigningKey): string {
  const body = bodySchema.parse({ format: BEGINNING_FORMAT, ...statement, publicKey: key.publicKey.text });
  return `${JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) })}\n`;
}

export type AuditBeginningVerdict =
  | { readonly kind: 'genuine'; readonly beginning: AuditBeginning; readonly key: PublicKey }
  | { readonly kind: 'not-a-beginning' }
  /** Not as the owner of the key in it signed it. */
  | { readonly kind: 'changed' };

export function readAuditBeginning(text: string): AuditBeginningVerdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no such statement: which is one of the answers.
    return { kind: 'not-a-beginning' };
  }
  if ((value as { format?: unknown } | null)?.format !== BEGINNING_FORMAT) return { kind: 'not-a-beginning' };
  const { data } = signedSchema.safeParse(value);
  if (!data) return { kind: 'changed' };
  const { signature, ...body } = data;
  const key = readPublicKeyText(body.publicKey);
  if (!key || !isSignatureOf(signature, messageOf(body), key)) return { kind: 'changed' };
  return { kind: 'genuine', beginning: statementSchema.parse(body), key };
}

function messageOf(body: z.infer<typeof bodySchema>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}

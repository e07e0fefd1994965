import { z } from 'zod';
import {
  isSignatureOf,
  type PublicKey,
  readPublicKeyText,
  type SigningKey,
  signatureOf,
} from '../../security/signature.node.ts';
import { ERASED_KINDS, NAMED_PLACES } from './erased-kinds.ts';

/**
 * What tells, outside of the store, that something was erased: counts and ids, no content, signed by the site. Whoever holds it
 * can show later what was erased, when, by whom and why; and a store that is put back can be told what to erase again.
 */

const RECEIPT_FORMAT = 'faceward-erasure/1';

const receiptBodySchema = z.strictObject({
  format: z.literal(RECEIPT_FORMAT),
  id: z.string(),
  siteName: z.string(),
  what: z.enum(['child', 'session', 'picture', 'video', 'user']),
  /** Of the child, the session or the user, as the audit log has it. */
  ofId: z.string(),
  /** What stands for the child in reports; empty for a user. */
  pseudonym: z.string(),
  /** Of a picture, on its session's clock; null for all else. */
  atMs: z.number().nullable(),
  /** Rows of each kind. */
  counts: z.record(z.enum(ERASED_KINDS), z.number().int()),
  sessionIds: z.array(z.string()),
  /**
   * Models that were made with the child, and how they stood then: they stay. `through` names the one that saw the child where this one
   * is only built on it; missing in receipts of an earlier version.
   */
  models: z.array(z.object({ id: z.string(), state: z.string(), through: z.string().nullable().optional() })),
  /** Backups that were known then, and may still hold it. */
  backups: z.array(z.object({ file: z.string(), madeAtIso: z.string() })),
  /** How often reports, videos and tables of it were handed out. */
  handedOut: z.number().int(),
  /** Entries of the audit log that tell of it by ids: they stay. */
  auditEntries: z.number().int(),
  /** Where the child's code still stands. */
  stillNamed: z.array(z.object({ place: z.enum(NAMED_PLACES), rows: z.number().int() })),
  reason: z.string(),
  askedBy: z.string(),
  askedAtIso: z.string(),
  erasedAtIso: z.string(),
  /** Of the site, the 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
});

const receiptSchema = receiptBodySchema.extend({ signature: z.string() });

export type ErasureReceipt = z.infer<typeof receiptSchema>;
type ErasureFacts = Omit<ErasureReceipt, 'format' | 'publicKey' | 'signature'>;

/** @returns The receipt as text: indented JSON, signed. The same facts and key give the same text. */
export function writeReceipt(facts: ErasureFacts, key: SigningKey): string {
  const body = receiptBodySchema.parse({ ...facts, format: RECEIPT_FORMAT, publicKey: key.publicKey.text });
  return `${JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) }, null, 2)}\n`;
}

type ReceiptVerdict =
  | { readonly kind: 'genuine'; readonly receipt: ErasureReceipt; readonly key: PublicKey }
  | { readonly kind: 'not-a-receipt' }
  | { readonly kind: 'changed' };

/** Whether a receipt is as the owner of the key in it signed it. Whose key that is, the reader must know. */
export function readReceipt(text: string): ReceiptVerdict {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so no receipt: which is one of the answers.
    return { kind: 'not-a-receipt' };
  }
  if ((value as { format?: unknown } | null)?.format !== RECEIPT_FORMAT) return { kind: 'not-a-receipt' };
  const { data } = receiptSchema.safeParse(value);
  if (!data) return { kind: 'changed' };
  const { signature, ...body } = data;
  const key = readPublicKeyText(body.publicKey);
  if (!key || !isSignatureOf(signature, messageOf(body), key)) return { kind: 'changed' };
  return { kind: 'genuine', receipt: data, key };
}

function messageOf(body: z.infer<typeof receiptBodySchema>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}

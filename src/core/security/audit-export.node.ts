import { z } from 'zod';
import { type ChainedEntry, verifyChain } from './audit-chain.node.ts';
import { type AuditHead, auditHeadSchema } from './audit-head.ts';
import { isSignatureOf, type PublicKey, readPublicKeyText, type SigningKey, signatureOf } from './signature.node.ts';

/**
 * The audit log as a file that anybody can check without the site's data: JSON lines, one an entry in the order of their
 * numbers, and a last line with the head, the site's name and its signature. The chain covers every entry, the last line the
 * chain's end; so nothing can be changed, left out or cut off.
 */

const EXPORT_FORMAT = 'faceward-audit-export/1';

const entrySchema = z.strictObject({
  sequence: z.number().int(),
  atIso: z.string(),
  userName: z.string(),
  action: z.string(),
  subject: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

const endBodySchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  siteName: z.string(),
  exportedAtIso: z.string(),
  ...auditHeadSchema.shape,
  /** The 32 bytes of an Ed25519 key in base64url. */
  publicKey: z.string(),
});

const endSchema = endBodySchema.extend({ signature: z.string() });

/** What can be said of such a file. */
export type AuditExportVerdict =
  | {
      readonly kind: 'whole';
      readonly siteName: string;
      readonly exportedAtIso: string;
      readonly head: AuditHead;
      readonly key: PublicKey;
    }
  /** No line of it is what a line of an exported log is. */
  | { readonly kind: 'not-an-export' }
  /** The last line is not there, or is not as the owner of its key signed it. */
  | { readonly kind: 'end-missing' | 'end-changed'; readonly entries: number }
  | { readonly kind: 'broken'; readonly atSequence: number; readonly message: string }
  /** A chain that ends elsewhere than what was signed. */
  | { readonly kind: 'other-end'; readonly entries: number; readonly signed: AuditHead };

/** @param entries The whole log, from its first entry. @throws RangeError if there is none. */
export function* writeAuditExport(
  entries: Iterable<ChainedEntry>,
  about: { readonly siteName: string; readonly exportedAtIso: string },
  key: SigningKey,
): Generator<string> {
  let last: ChainedEntry | null = null;
  for (const entry of entries) {
    last = entry;
    yield `${JSON.stringify(entrySchema.parse(entry))}\n`;
  }
  if (!last) throw new RangeError('an audit log with at least one entry was expected; it has none');
  const body = endBodySchema.parse({
    format: EXPORT_FORMAT,
    siteName: about.siteName,
    exportedAtIso: about.exportedAtIso,
    entries: last.sequence,
    lastHash: last.hash,
    atIso: last.atIso,
    publicKey: key.publicKey.text,
  });
  yield `${JSON.stringify({ ...body, signature: signatureOf(messageOf(body), key) })}\n`;
}

/** Reads an exported log from its first line to its last. */
export function verifyAuditExport(text: string): AuditExportVerdict {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const end = parsed(endSchema, lines.at(-1));
  const entryLines = end ? lines.slice(0, -1) : lines;
  const entries: ChainedEntry[] = [];
  for (const line of entryLines) {
    const entry = parsed(entrySchema, line);
    if (!entry) break;
    entries.push(entry);
  }
  if (!end && entries.length === 0) return { kind: 'not-an-export' };
  if (entries.length < entryLines.length && end) {
    const atSequence = entries.length + 1;
    return { kind: 'broken', atSequence, message: `line ${atSequence} is no entry of a log` };
  }
  const chain = verifyChain(entries);
  if (chain.kind === 'broken') return chain;
  if (!end) return { kind: 'end-missing', entries: entries.length };
  const { signature, ...body } = end;
  const key = readPublicKeyText(body.publicKey);
  if (!key || !isSignatureOf(signature, messageOf(body), key)) return { kind: 'end-changed', entries: entries.length };
  const head: AuditHead = { entries: body.entries, lastHash: body.lastHash, atIso: body.atIso };
  if (chain.entries !== head.entries || chain.lastHash !== head.lastHash) {
    return { kind: 'other-end', entries: chain.entries, signed: head };
  }
  return { kind: 'whole', siteName: body.siteName, exportedAtIso: body.exportedAtIso, head, key };
}

function messageOf(body: z.infer<typeof endBodySchema>): Uint8Array {
  return Buffer.from(JSON.stringify(body), 'utf8');
}

function parsed<Schema extends z.ZodType>(schema: Schema, line: string | undefined): z.output<Schema> | null {
  if (line === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    // Not JSON, so no such line: which is one of the two answers.
    return null;
  }
}

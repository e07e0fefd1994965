import { z } from 'zod';
import { type AuditBeginning, readAuditBeginning } from './audit-beginning.node.ts';
import { type ChainedEntry, verifyChain } from './audit-chain.node.ts';
import { type AuditHead, auditHeadSchema } from './audit-head.ts';
import { isSignatureOf, type PublicKey, readPublicKeyText, type SigningKey, signatureOf } from './signature.node.ts';

/**
 * The audit log as a file that anybody can check without the site's data: JSON lines, one an entry in the order of their
 * numbers, and a last line with the head, the site's name and its signature. The chain covers every entry, the last line the
 * chain's end; so nothing can be changed, left out or cut off. Where entries went by rule, the first line is what the site signed of
 * that: see audit-beginning.node.ts.
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
      /** What went by rule before the first entry; null for nothing. */
      readonly beginning: AuditBeginning | null;
    }
  /** No line of it is what a line of an exported log is. */
  | { readonly kind: 'not-an-export' }
  /** The last line is not there, or is not as the owner of its key signed it. */
  | { readonly kind: 'end-missing' | 'end-changed'; readonly entries: number }
  /** What tells of entries that went by rule is not as the site of the last line signed it. */
  | { readonly kind: 'beginning-changed' }
  | { readonly kind: 'broken'; readonly atSequence: number; readonly message: string }
  /** A chain that ends elsewhere than what was signed. */
  | { readonly kind: 'other-end'; readonly entries: number; readonly signed: AuditHead };

/**
 * @param entries The whole log, from the first entry that is there.
 * @param about `beginning`: what the site signed of entries that went by rule; null for a log that begins with entry 1.
 * @throws RangeError if there is none.
 */
export function* writeAuditExport(
  entries: Iterable<ChainedEntry>,
  about: { readonly siteName: string; readonly exportedAtIso: string; readonly beginning: string | null },
  key: SigningKey,
): Generator<string> {
  let last: ChainedEntry | null = null;
  if (about.beginning !== null) yield about.beginning;
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
  const begun = readAuditBeginning(lines[0] ?? '');
  if (begun.kind === 'changed') return { kind: 'beginning-changed' };
  const beginning = begun.kind === 'genuine' ? begun.beginning : null;
  const entryLines = lines.slice(beginning ? 1 : 0, end ? -1 : undefined);
  const entries: ChainedEntry[] = [];
  for (const line of entryLines) {
    const entry = parsed(entrySchema, line);
    if (!entry) break;
    entries.push(entry);
  }
  if (!end && entries.length === 0) return { kind: 'not-an-export' };
  if (entries.length < entryLines.length && end) {
    const atSequence = (beginning?.entries ?? 0) + entries.length + 1;
    return {
      kind: 'broken',
      atSequence,
      message: `what stands in the place of entry ${atSequence} is no entry of a log`,
    };
  }
  const chain = verifyChain(entries, beginning ?? undefined);
  if (chain.kind === 'broken') return chain;
  if (!end) return { kind: 'end-missing', entries: chain.entries };
  const { signature, ...body } = end;
  const key = readPublicKeyText(body.publicKey);
  if (!key || !isSignatureOf(signature, messageOf(body), key)) return { kind: 'end-changed', entries: chain.entries };
  if (begun.kind === 'genuine' && begun.key.text !== key.text) return { kind: 'beginning-changed' };
  const head: AuditHead = { entries: body.entries, lastHash: body.lastHash, atIso: body.atIso };
  if (chain.entries !== head.entries || chain.lastHash !== head.lastHash) {
    return { kind: 'other-end', entries: chain.entries, signed: head };
  }
  return { kind: 'whole', siteName: body.siteName, exportedAtIso: body.exportedAtIso, head, key, beginning };
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

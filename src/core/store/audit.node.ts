import {
  type AuditContent,
  CHAIN_START,
  type ChainedEntry,
  type ChainState,
  entryHash,
  verifyChain,
} from '../security/audit-chain.node.ts';
import { type AuditHead, auditHeadSchema } from '../security/audit-head.ts';
import { assertOneChanged } from './assert-changed.node.ts';
import { readBeginning } from './retention/stored-beginnings.node.ts';
import { readSetting, writeSetting } from './settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

const SELECT = `
  SELECT sequence, at AS atIso, user_name AS userName, action, subject, previous_hash AS previousHash, hash
  FROM audit`;

/** Where the store keeps, outside of the log, where the log ends. */
const MARK = 'audit-mark';

/**
 * Adds an entry to the end of the log. Call it within `inTransaction` together with what it records, so that neither is
 * there without the other.
 */
export function appendAudit(
  db: WritableDb,
  { now, ...what }: Pick<AuditContent, 'userName' | 'action' | 'subject'> & { readonly now: Date },
): ChainedEntry {
  return inTransaction(db, () => {
    const last = lastAuditEntry(db);
    const content: AuditContent = { ...what, sequence: (last?.sequence ?? 0) + 1, atIso: now.toISOString() };
    const previousHash = last?.hash ?? CHAIN_START;
    const entry: ChainedEntry = { ...content, previousHash, hash: entryHash(content, previousHash) };
    const result = db
      .prepare(
        `INSERT INTO audit (sequence, at, user_name, action, subject, previous_hash, hash)
         VALUES (@sequence, @atIso, @userName, @action, @subject, @previousHash, @hash)`,
      )
      .run(entry);
    assertOneChanged(result, 'writing to the audit log');
    writeSetting(db, MARK, { entries: entry.sequence, lastHash: entry.hash, atIso: entry.atIso } satisfies AuditHead);
    return entry;
  });
}

/**
 * A page of the log, newest first.
 *
 * @param beforeSequence Entries older than this one; null for the newest.
 */
export function listAudit(
  db: ReadableDb,
  { beforeSequence, limit }: { beforeSequence: number | null; limit: number },
): ChainedEntry[] {
  return db
    .prepare<[number, number], ChainedEntry>(`${SELECT} WHERE sequence < ? ORDER BY sequence DESC LIMIT ?`)
    .all(beforeSequence ?? Number.MAX_SAFE_INTEGER, limit);
}

/** Reads the whole log and checks every link, from the beginning that the site signed where entries went by rule. */
export function verifyAudit(db: ReadableDb): ChainState {
  const begun = readBeginning(db);
  if (!begun) return verifyChain(auditEntries(db));
  if (begun.kind !== 'genuine') {
    return { kind: 'broken', atSequence: 1, message: 'what tells where the log begins is not as the site signed it' };
  }
  const { beginning } = begun;
  const chain = verifyChain(auditEntries(db), beginning);
  if (chain.kind === 'broken' || isCutTold(db, beginning.lastHash)) return chain;
  const atSequence = beginning.entries + 1;
  return { kind: 'broken', atSequence, message: `no entry tells that those before entry ${atSequence} were removed` };
}

/** Whether the cut is an entry as well: it is younger than what it took, and stays longer than until the next. */
function isCutTold(db: ReadableDb, lastHash: string): boolean {
  return (
    db.prepare("SELECT 1 FROM audit WHERE action = 'audit.cut' AND instr(subject, ?) > 0").get(lastHash) !== undefined
  );
}

/** The whole log, from the first entry that is there. */
export function auditEntries(db: ReadableDb): IterableIterator<ChainedEntry> {
  return db.prepare<[], ChainedEntry>(`${SELECT} ORDER BY sequence`).iterate();
}

/** The newest entry; null in an empty log. */
export function lastAuditEntry(db: ReadableDb): ChainedEntry | null {
  return db.prepare<[], ChainedEntry>(`${SELECT} ORDER BY sequence DESC LIMIT 1`).get() ?? null;
}

/** The number of the oldest entry that is there; null in an empty log. */
export function firstAuditSequence(db: ReadableDb): number | null {
  return db.prepare<[], number | null>('SELECT min(sequence) FROM audit').pluck().get() ?? null;
}

export function auditEntryAt(db: ReadableDb, sequence: number): ChainedEntry | null {
  return db.prepare<[number], ChainedEntry>(`${SELECT} WHERE sequence = ?`).get(sequence) ?? null;
}

/** Where the store says that its log ends; null in a store to which no entry was added since versions that keep no mark. */
export function readAuditMark(db: ReadableDb): AuditHead | null {
  const stored = readSetting(db, MARK);
  return stored === null ? null : auditHeadSchema.parse(stored);
}

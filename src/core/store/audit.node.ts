import {
  type AuditContent,
  CHAIN_START,
  type ChainedEntry,
  type ChainState,
  entryHash,
  verifyChain,
} from '../security/audit-chain.node.ts';
import { assertOneChanged } from './assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

const SELECT = `
  SELECT sequence, at AS atIso, user_name AS userName, action, subject, previous_hash AS previousHash, hash
  FROM audit`;

/**
 * Adds an entry to the end of the log. Call it within `inTransaction` together with what it records, so that neither is
 * there without the other.
 */
export function appendAudit(
  db: WritableDb,
  { now, ...what }: Pick<AuditContent, 'userName' | 'action' | 'subject'> & { readonly now: Date },
): ChainedEntry {
  return inTransaction(db, () => {
    const last = db.prepare<[], ChainedEntry>(`${SELECT} ORDER BY sequence DESC LIMIT 1`).get();
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

/** Reads the whole log and checks every link. */
export function verifyAudit(db: ReadableDb): ChainState {
  return verifyChain(db.prepare<[], ChainedEntry>(`${SELECT} ORDER BY sequence`).iterate());
}

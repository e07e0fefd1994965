import { z } from 'zod';
import type { ChainedEntry } from '../security/audit-chain.node.ts';
import { readAuditHead } from '../security/audit-head.node.ts';
import type { AuditHead } from '../security/audit-head.ts';
import { auditEntryAt, firstAuditSequence, lastAuditEntry, readAuditMark, verifyAudit } from './audit.node.ts';
import {
  type AuditFault,
  type AuditFinding,
  type StoredAuditFinding,
  storedAuditFindingSchema,
} from './audit-finding.ts';
import { cutHashAt, readBeginning } from './retention/stored-beginnings.node.ts';
import { readSetting, writeSetting } from './settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from './store.node.ts';

/**
 * Whether the audit log is as it was last known. Three tell of it: the chain itself, the mark that the store keeps of its
 * end, and the head in a file beside the store. Cut off or written anew, the log no longer ends where the mark says; an older
 * store has a mark of its own that fits, and the head beside it is ahead.
 */

/** Set once a file with the head was written beside the store: from then on it is missed. */
const HEAD_KEPT = 'audit-head-kept';

/** The log's end; null for an empty log. */
export function auditHead(db: ReadableDb): AuditHead | null {
  const last = lastAuditEntry(db);
  return last && headOf(last);
}

export function rememberHeadIsKept(db: WritableDb): void {
  if (readSetting(db, HEAD_KEPT) !== true) writeSetting(db, HEAD_KEPT, true);
}

/**
 * Reads the whole log and compares its end with what is known of it.
 *
 * @param headText What stands in the file beside the store; null where there is none.
 * @param ownKey The site's public key as in a head; null for a site that has none yet.
 */
export function checkAudit(
  db: ReadableDb,
  { headText, ownKey }: { readonly headText: string | null; readonly ownKey: string | null },
): AuditFinding | null {
  const mark = readAuditMark(db);
  const found = auditHead(db);
  const kept = headText === null ? null : readAuditHead(headText);
  const isOwn = kept !== null && (ownKey === null || kept.key.text === ownKey);
  const known = furthest(mark, isOwn ? kept.head : null);
  const finding = (fault: AuditFault, atSequence: number | null = null): AuditFinding => ({
    fault,
    known,
    found,
    atSequence,
  });

  const orphan = entryWithoutBeginning(db, ownKey);
  if (orphan !== null) return finding('beginning-missing', orphan);
  const chain = verifyAudit(db);
  if (chain.kind === 'broken') return finding('broken', chain.atSequence);
  const isMarkKept = !mark || isInLog(db, mark);
  // Setting a site up writes its first entry.
  if (known && !found) return finding('emptied');
  if (mark && found && !isMarkKept) return finding(found.entries < mark.entries ? 'tail-cut' : 'rewritten');
  // Whoever adds an entry moves the mark with it.
  if (mark && found && found.entries !== mark.entries) return finding('rewritten');
  if (headText === null) return readSetting(db, HEAD_KEPT) === true ? finding('head-missing') : null;
  if (!kept) return finding('head-unreadable');
  if (!isOwn) return finding('head-foreign');
  if (!found || kept.head.entries > found.entries) return finding('older-store');
  return ['agrees', 'removed'].includes(compareHead(db, kept.head)) ? null : finding('rewritten');
}

/** Whether the log goes through this end: it may have gone on since. */
export function isInLog(db: ReadableDb, { entries, lastHash }: Pick<AuditHead, 'entries' | 'lastHash'>): boolean {
  return auditEntryAt(db, entries)?.hash === lastHash;
}

/**
 * What an end that is known elsewhere says of the log: it goes through it, its entry went by rule, it ends before it, or it went
 * another way.
 */
export function compareHead(
  db: ReadableDb,
  head: Pick<AuditHead, 'entries' | 'lastHash'>,
): 'agrees' | 'removed' | 'missing' | 'differs' {
  if (isInLog(db, head)) return 'agrees';
  const begun = readBeginning(db);
  if (begun?.kind === 'genuine' && head.entries <= begun.beginning.entries) {
    const hash = cutHashAt(db, head.entries);
    if (hash === null) return 'removed';
    return hash === head.lastHash ? 'agrees' : 'differs';
  }
  return head.entries > (auditHead(db)?.entries ?? 0) ? 'missing' : 'differs';
}

/**
 * The first entry of a log that does not begin where this site signed that it begins; null for one that does. A cut is signed by the
 * site: one by other means is entries that are missing.
 */
function entryWithoutBeginning(db: ReadableDb, ownKey: string | null): number | null {
  const first = firstAuditSequence(db);
  if (first === null) return null;
  const begun = readBeginning(db);
  if (!begun) return first === 1 ? null : first;
  if (begun.kind !== 'genuine' || begun.key.text !== ownKey) return first;
  return first === begun.beginning.entries + 1 ? null : first;
}

function furthest(a: AuditHead | null, b: AuditHead | null): AuditHead | null {
  if (!a || !b) return a ?? b;
  return a.entries >= b.entries ? a : b;
}

function headOf({ sequence, hash, atIso }: ChainedEntry): AuditHead {
  return { entries: sequence, lastHash: hash, atIso };
}

const FINDINGS = 'audit-findings';

const findingsSchema = z.array(storedAuditFindingSchema);

/** All findings, the oldest first. */
export function listAuditFindings(db: ReadableDb): StoredAuditFinding[] {
  const stored = readSetting(db, FINDINGS);
  return stored === null ? [] : findingsSchema.parse(stored);
}

/** @returns False for one that is on the list: a broken chain stays broken, and is found at each opening. */
export function keepAuditFinding(db: WritableDb, finding: AuditFinding, now: Date): boolean {
  return inTransaction(db, () => {
    const before = listAuditFindings(db);
    const isThere = before.some((each) => {
      const isSame = each.fault === finding.fault && each.atSequence === finding.atSequence;
      if (finding.fault === 'broken' || finding.fault === 'beginning-missing') return isSame;
      return isSame && !each.acknowledged && each.known?.lastHash === finding.known?.lastHash;
    });
    if (isThere) return false;
    writeSetting(db, FINDINGS, [...before, { ...finding, foundAtIso: now.toISOString(), acknowledged: null }]);
    return true;
  });
}

/** @returns How many were open until now. */
export function acknowledgeAuditFindings(db: WritableDb, { by, now }: { by: string; now: Date }): number {
  return inTransaction(db, () => {
    const all = listAuditFindings(db);
    const acknowledged = { by, atIso: now.toISOString() };
    writeSetting(
      db,
      FINDINGS,
      all.map((each) => (each.acknowledged ? each : { ...each, acknowledged })),
    );
    return all.filter((each) => !each.acknowledged).length;
  });
}

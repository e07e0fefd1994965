import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeFileAtomically } from '../../../core/security/atomic-file.node.ts';
import { writeAuditHead } from '../../../core/security/audit-head.node.ts';
import type { AuditFinding } from '../../../core/store/audit-finding.ts';
import { auditHead, checkAudit, keepAuditFinding, rememberHeadIsKept } from '../../../core/store/audit-head.node.ts';
import { inTransaction, type WritableDb } from '../../../core/store/store.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { SiteFolder } from '../site-folder.ts';
import { ensureReportSecrets, findReportSecrets } from './report-secrets.ts';

interface Anchored {
  readonly site: {
    readonly db: WritableDb;
    readonly folder: Pick<SiteFolder, 'auditHeadFile'>;
    /** A demo is thrown away, and keeps nothing beside its store. */
    readonly demo: object | null;
    /** Of the entry that the file tells of; null before it was first written. */
    anchoredHash: string | null;
  } | null;
  readonly options: { readonly log: (line: string) => void };
}

/**
 * Writes where the audit log ends into the file beside the store, if it ends elsewhere than when that was last written. Never
 * before the entry is on disk, so that the file is behind after a kill and never ahead.
 *
 * Does not throw: on a full disk the call that was done stays done, and the next one tries again.
 */
export function anchorAudit({ site, options }: Anchored): void {
  if (!site || site.demo) return;
  try {
    const head = auditHead(site.db);
    if (!head || head.lastHash === site.anchoredHash) return;
    writeFileAtomically(site.folder.auditHeadFile, writeAuditHead(head, ensureReportSecrets(site.db).key));
    rememberHeadIsKept(site.db);
    site.anchoredHash = head.lastHash;
  } catch (error) {
    options.log(`Where the audit log ends could not be written beside the store, and is tried again: ${String(error)}`);
  }
}

/**
 * Compares the log of a store that was just opened with what is known of it. What is missing becomes an entry of the log and
 * a finding that stays; the file that told of it is kept under another name.
 */
export function examineAudit(db: WritableDb, folder: Pick<SiteFolder, 'auditHeadFile'>, now: Date): void {
  const file = folder.auditHeadFile;
  const headText = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const ownKey = findReportSecrets(db)?.key.publicKey.text ?? null;
  const finding = checkAudit(db, { headText, ownKey });
  if (!finding) return;
  if (headText !== null) copyFileSync(file, join(dirname(file), nameOfKept(now)));
  inTransaction(db, () => {
    if (!keepAuditFinding(db, finding, now)) return;
    recordByProgram(db, 'audit.mismatch', inShort(finding), now);
  });
}

/** Evidence, by when it was found. */
function nameOfKept(now: Date): string {
  return `audit-head-${now.toISOString().slice(0, 19).replaceAll(':', '')}.json`;
}

function inShort({ fault, known, found, atSequence }: AuditFinding): string {
  if (atSequence !== null) return `${fault} at ${atSequence}`;
  return `${fault}: ${known?.entries ?? 'no'} entries known, ${found?.entries ?? 0} found`;
}

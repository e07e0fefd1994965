import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../core/engine/make-folder.node.ts';
import { syncFolder, writeFileAtomically } from '../../core/security/atomic-file.node.ts';
import { readAuditHead, writeAuditHead } from '../../core/security/audit-head.node.ts';
import type { AuditHead } from '../../core/security/audit-head.ts';
import { auditHead, rememberHeadIsKept } from '../../core/store/audit-head.node.ts';
import {
  BackupFileError,
  type BackupList,
  readBackupList,
  unpackBackup,
} from '../../core/store/backup/backup-file.node.ts';
import { closeStore, openStore, type WritableDb } from '../../core/store/store.node.ts';
import { recordByProgram } from '../runtime/record-by-program.ts';
import { findReportSecrets } from '../runtime/records/report-secrets.ts';
import { forgetLetterBox } from '../runtime/sign-in/letters.ts';
import { type SiteFolder, siteFolder } from '../runtime/site-folder.ts';

/** What came back, and what did not. */
interface Restored {
  readonly dir: string;
  readonly madeAtIso: string;
  readonly head: AuditHead | null;
  /** The furthest end of the site's log that is known of; null where nobody knows of any. */
  readonly known: Pick<AuditHead, 'entries'> | null;
  /** Entries between the backup and that end. */
  readonly missing: number;
}

interface RestoreOrder {
  readonly file: string;
  /** A folder that is not there, or empty. */
  readonly to: string;
  /** An end of the log that somebody holds, beside that in the folder from which the backup was made. */
  readonly held: Pick<AuditHead, 'entries'> | null;
  readonly now: Date;
  /** Asks for a secret of the keys in the backup. @returns The data key. */
  readonly unlock: (keyFile: string) => Promise<Uint8Array>;
}

/**
 * Makes a folder of data out of a backup. The folder gets its name last, when the store in it has been opened and read whole.
 *
 * @throws RangeError if there is something in the folder. BackupFileError, the errors of openStore, and what `unlock` throws;
 *   nothing is left then.
 */
export async function restoreBackup({ file, to, held, now, unlock }: RestoreOrder): Promise<Restored> {
  const dir = resolve(to);
  assertFree(dir);
  const list = readBackupList(file);
  const unfinished = `${dir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    makeFolder(unfinished, 0o700);
    unpackBackup(file, list, unfinished);
    const folder = siteFolder(unfinished);
    if (!existsSync(folder.keyFile)) throw new BackupFileError(file, 'changed', 'the keys are not in it');
    const key = await unlock(folder.keyFile);
    bringErasures(list, folder);
    const known = furthest(headOfOrigin(list), held);
    const missing = Math.max(0, (known?.entries ?? 0) - (list.head?.entries ?? 0));
    try {
      takeIntoUse(folder, key, { file, list, now, missing });
    } finally {
      key.fill(0);
    }
    if (existsSync(dir)) rmdirSync(dir);
    renameSync(unfinished, dir);
    syncFolder(dirname(dir));
    return { dir, madeAtIso: list.madeAtIso, head: list.head, known, missing };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

function assertFree(dir: string): void {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return;
  throw new RangeError(`a new or empty folder was expected; there is something in ${dir}. Name another one`);
}

interface InUse {
  readonly file: string;
  readonly list: BackupList;
  readonly now: Date;
  readonly missing: number;
}

/** Reads the store whole, and notes in it that it was put back. */
function takeIntoUse(folder: SiteFolder, key: Uint8Array, { file, list, now, missing }: InUse): void {
  const db = openStore(folder.storeFile, key);
  try {
    const pages = db.prepare<[], string>('PRAGMA integrity_check(1)').pluck().get();
    if (pages !== 'ok') throw new BackupFileError(file, 'changed', `its store is damaged: ${pages}`);
    assertSameEnd(db, file, list);
    const secrets = findReportSecrets(db);
    if (secrets?.key.publicKey.text !== list.publicKey) {
      throw new BackupFileError(file, 'changed', 'its list of files is signed by another site than its store is of');
    }
    // A copy that VACUUM INTO has made is no longer in this mode.
    db.prepare('PRAGMA journal_mode = WAL').get();
    const subject = `${basename(file)} of ${list.madeAtIso}, ${missing} entries known to be missing`;
    recordByProgram(db, 'site.restore', subject, now);
    rememberHeadIsKept(db);
    forgetLetterBox(db);
    writeFileAtomically(folder.auditHeadFile, writeAuditHead(auditHead(db)!, secrets.key));
  } finally {
    closeStore(db);
  }
}

function assertSameEnd(db: WritableDb, file: string, { head }: BackupList): void {
  const found = auditHead(db);
  if (found?.lastHash !== head?.lastHash || found?.entries !== head?.entries) {
    throw new BackupFileError(file, 'changed', 'its audit log ends elsewhere than its list of files says');
  }
}

/** What was erased since the backup is erased again when somebody first signs in, where the folder of before still tells of it. */
function bringErasures({ dataDir }: BackupList, { erasuresFile }: SiteFolder): void {
  const file = siteFolder(dataDir).erasuresFile;
  if (existsSync(file)) copyFileSync(file, erasuresFile);
}

/** Of the folder from which the backup was made, if that is still there. */
function headOfOrigin({ dataDir, publicKey }: BackupList): AuditHead | null {
  const file = join(dataDir, 'audit-head.json');
  if (!existsSync(file)) return null;
  const kept = readAuditHead(readFileSync(file, 'utf8'));
  return kept?.key.text === publicKey ? kept.head : null;
}

function furthest<Head extends Pick<AuditHead, 'entries'>>(a: Head | null, b: Head | null): Head | null {
  if (!a || !b) return a ?? b;
  return a.entries >= b.entries ? a : b;
}

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../../package.json' with { type: 'json' };
import type { WritableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { FailureError } from '../../../core/words/failure-error.ts';
import { rememberBackup } from '../records/known-backups.ts';
import { makeBackup } from '../records/make-backup.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { SiteFolder } from '../site-folder.ts';

/**
 * Backs up a site whose store a new version of the program is about to change, into `before-update/`. The one of the update
 * before goes when this one was read again.
 *
 * @param from The version of the store's schema.
 * @throws FailureError "store.not-updated"; then nothing must be changed.
 */
export function backUpBeforeUpdate(
  db: WritableDb,
  { folder, key, from, now }: { folder: SiteFolder; key: Uint8Array; from: number; now: Date },
): void {
  const dir = folder.beforeUpdateDir;
  const at = now.toISOString().slice(0, 19).replaceAll(':', '');
  const file = join(dir, `faceward-schema-${from}-${at}Z.faceward-backup`);
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 });
    ensureReportSecrets(db);
    const made = makeBackup(db, { file, folder, key, madeAtIso: now.toISOString(), version: manifest.version });
    rememberBackup(folder, made);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new FailureError(failure('store.not-updated', { file, found }), { cause: error });
  }
  for (const name of readdirSync(dir)) if (join(dir, name) !== file) rmSync(join(dir, name), { force: true });
}

/** They lie in the data folder and open with keys that are to open nothing there any more. */
export function removeBackupsBeforeUpdates({ beforeUpdateDir }: SiteFolder): void {
  rmSync(beforeUpdateDir, { recursive: true, force: true });
}

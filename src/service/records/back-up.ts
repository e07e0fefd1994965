import { rmSync } from 'node:fs';
import manifest from '../../../package.json' with { type: 'json' };
import { CallError } from '../../contract/error.ts';
import type { Backup } from '../../contract/records/backups.ts';
import { appendAudit } from '../../core/store/audit.node.ts';
import { unfinishedBackup } from '../../core/store/backup/backup-file.node.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import type { WritableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { createQueryThread } from '../runtime/query-thread.ts';
import { rememberBackup } from '../runtime/records/known-backups.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';
import type { OpenSite } from '../runtime/runtime.ts';

const BEGUN = 'backup-begun';

/**
 * Makes a backup of an open site, beside all that goes on in it.
 *
 * @throws CallError in words, for whatever ends it; nothing of the backup is left then.
 */
export async function backUp(
  { db, folder, key }: OpenSite,
  { file, by, now }: { readonly file: string; readonly by: string; readonly now: Date },
): Promise<Backup> {
  ensureReportSecrets(db);
  appendAudit(db, { userName: by, action: 'backups.make', subject: file, now });
  removeUnfinished(db);
  writeSetting(db, BEGUN, file);
  // One of its own: a long copy must not keep reports and reviews waiting.
  const thread = createQueryThread(folder.storeFile, key);
  try {
    const made = await thread.run('backup', {
      file,
      folder,
      key,
      madeAtIso: now.toISOString(),
      version: manifest.version,
    });
    rememberBackup(folder, made);
    return made;
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new CallError('failed', failure('store.backup-not-made', { file, found }), { cause: error });
  } finally {
    await thread.close();
  }
}

/** Of the one before, in whose middle the program ended: it would take the place of a whole one for good. */
function removeUnfinished(db: WritableDb): void {
  const file = readSetting(db, BEGUN);
  if (typeof file !== 'string') return;
  try {
    rmSync(unfinishedBackup(file), { force: true });
  } catch {
    // On a drive that is away, or closed to this program: no reason to make no backup.
  }
}

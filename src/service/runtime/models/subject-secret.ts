import { makeSubjectSecret } from '../../../core/registry/subjects/subject-digest.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../../core/store/store.node.ts';

const SETTING = 'subject-secret';
const OF_FOLDER = 'folder-subject-secret';

/**
 * Keeps the secret of the folder of data, under which the command line remembers subjects, in the store as well: models that
 * came of it are the site's own, and a backup has no other place for it.
 */
export function keepFolderSecret(db: WritableDb, secret: string): void {
  writeSetting(db, OF_FOLDER, secret);
}

/** Every secret under which models that were made here may remember children. */
export function subjectSecrets(db: ReadableDb): string[] {
  return [SETTING, OF_FOLDER].map((name) => readSetting(db, name) as string | null).filter((each) => each !== null);
}

/**
 * The secret under which this site's models remember their subjects. Made at first need and kept in the encrypted store for
 * good: under another one nobody could tell any more which models have seen a child.
 */
export function ensureSubjectSecret(db: WritableDb): string {
  return inTransaction(db, () => {
    const known = subjectSecret(db);
    if (known !== null) return known;
    const secret = makeSubjectSecret();
    writeSetting(db, SETTING, secret);
    return secret;
  });
}

/** @returns Null where none was needed yet. */
function subjectSecret(db: ReadableDb): string | null {
  return readSetting(db, SETTING) as string | null;
}

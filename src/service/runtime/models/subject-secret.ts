import { makeSubjectSecret } from '../../../core/registry/subjects/subject-digest.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../../core/store/store.node.ts';

const SETTING = 'subject-secret';

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
export function subjectSecret(db: ReadableDb): string | null {
  return readSetting(db, SETTING) as string | null;
}

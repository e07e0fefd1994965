import { CallError } from '../../../contract/error.ts';
import { areKeysSettled } from '../../../core/store/keys/change-keys.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite } from '../runtime.ts';

/**
 * Before anything is sealed to the slots of the key file, or put beside them: nobody has changed it by other means, also not since the
 * store was opened.
 *
 * @throws CallError "conflict"
 */
export function assertKeysSettled(site: Pick<OpenSite, 'db' | 'folder'>, now: Date): void {
  if (!areSettled(site, now)) throw new CallError('conflict', failure('keys.foreign'));
}

/** The same as an answer. */
export function areSettled({ db, folder }: Pick<OpenSite, 'db' | 'folder'>, now: Date): boolean {
  return inTransaction(db, () =>
    areKeysSettled(
      { keyFile: folder.keyFile, db },
      { now, onForeign: () => recordByProgram(db, 'keys.foreign', '', now) },
    ),
  );
}

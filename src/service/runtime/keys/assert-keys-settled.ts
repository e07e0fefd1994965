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
export function assertKeysSettled({ db, folder }: Pick<OpenSite, 'db' | 'folder'>, now: Date): void {
  const isSettled = inTransaction(db, () =>
    areKeysSettled(
      { keyFile: folder.keyFile, db },
      { now, onForeign: () => recordByProgram(db, 'keys.foreign', '', now) },
    ),
  );
  if (!isSettled) throw new CallError('conflict', failure('keys.foreign'));
}

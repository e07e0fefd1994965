import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';

const SETTING = 'overwrite-due';

/** Within the transaction that deletes: it is kept with what it is due for, also over a kill. */
export function askForOverwrite(db: WritableDb): void {
  writeSetting(db, SETTING, true);
}

/** Whether something that was erased still stands in freed parts of the store's file. */
export function isOverwriteDue(db: ReadableDb): boolean {
  return readSetting(db, SETTING) === true;
}

export function noteOverwritten(db: WritableDb): void {
  writeSetting(db, SETTING, false);
}

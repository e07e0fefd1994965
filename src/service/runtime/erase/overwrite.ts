import { overwriteDeleted } from '../../../core/store/erase/erase.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';
import type { Runtime } from '../runtime.ts';

const SETTING = 'overwrite-due';

/** Within the transaction that deletes: it is kept with what it is due for, also over a kill. */
export function askForOverwrite(db: WritableDb): void {
  writeSetting(db, SETTING, true);
}

/** Whether something that was erased still stands in freed parts of the store's file. */
export function isOverwriteDue(db: ReadableDb): boolean {
  return readSetting(db, SETTING) === true;
}

/**
 * Writes the store's file anew where something was erased since, unless a session runs: it would wait for that long. Asked
 * after each erasure, every minute and at opening. Does not throw: what was erased is gone from every table already.
 */
export function overwriteWhenQuiet(runtime: Runtime): void {
  const { site, options } = runtime;
  if (!site || runtime.runningSessions.any() || !isOverwriteDue(site.db)) return;
  try {
    if (!overwriteDeleted(site.db)) return;
    writeSetting(site.db, SETTING, false);
    runtime.events.emit('erasures.changed', {});
  } catch (error) {
    options.log(`What was erased could not be overwritten in the store's file, and is tried again: ${String(error)}`);
  }
}

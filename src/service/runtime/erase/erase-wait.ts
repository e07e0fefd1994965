import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';

/** For how many days something waits before it is erased: not at all, one, or seven. */
export type WaitDays = 0 | 1 | 7;

const SETTING = 'erase-wait-days';

/** A day is enough to notice that it was the wrong child. */
const AS_SHIPPED: WaitDays = 1;

export function readWaitDays(db: ReadableDb): WaitDays {
  return (readSetting(db, SETTING) as WaitDays | null) ?? AS_SHIPPED;
}

export function writeWaitDays(db: WritableDb, days: WaitDays): void {
  writeSetting(db, SETTING, days);
}

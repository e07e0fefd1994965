import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

const SETTING = 'start-passwords';

/** Whether somebody signs in by a password that an administrator gave them, and has to choose their own. */
export function hasStartPassword(db: ReadableDb, userId: string): boolean {
  return holders(db).includes(userId);
}

export function setStartPassword(db: WritableDb, userId: string, isStart: boolean): void {
  const others = holders(db).filter((each) => each !== userId);
  writeSetting(db, SETTING, isStart ? [...others, userId] : others);
}

function holders(db: ReadableDb): readonly string[] {
  return (readSetting(db, SETTING) as readonly string[] | null) ?? [];
}

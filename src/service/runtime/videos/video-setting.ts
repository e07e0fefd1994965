import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';

/** Whether this site keeps video at all, and for how long. */
export interface VideoSetting {
  readonly isOn: boolean;
  readonly keepDays: number;
}

const SETTING = 'videos';
const DAY_MS = 24 * 3_600_000;

/** A site keeps none unless an administrator says so. */
const AS_SHIPPED: VideoSetting = { isOn: false, keepDays: 30 };

export function readVideoSetting(db: ReadableDb): VideoSetting {
  return (readSetting(db, SETTING) as VideoSetting | null) ?? AS_SHIPPED;
}

export function writeVideoSetting(db: WritableDb, setting: VideoSetting): void {
  writeSetting(db, SETTING, setting);
}

/** Videos of sessions that began before this have been kept for as long as the site keeps them. */
export function videosKeptSinceIso(db: ReadableDb, now: Date): string {
  return new Date(now.getTime() - DAY_MS * readVideoSetting(db).keepDays).toISOString();
}

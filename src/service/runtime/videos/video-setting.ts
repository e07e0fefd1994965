import { localDate } from '../../../core/store/local-date.ts';
import { removeVideosBefore } from '../../../core/store/sessions/videos.node.ts';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../../core/store/store.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { forgetVideoFiles } from './video-files.ts';

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

/**
 * Deletes, with their entries in the log, the videos that have been kept for as long as the site keeps them, and the files of
 * all that are deleted. Asked at opening and every minute; the store is looked at once a day.
 */
export function expireVideos(runtime: Runtime): void {
  const { site } = runtime;
  const today = localDate(runtime.options.now());
  if (!site || site.videosExpiredOn === today) return;
  site.videosExpiredOn = today;
  deleteOldVideos(runtime, site);
}

/** The same at once, for a site that now keeps them for a shorter time. */
export function deleteOldVideos(runtime: Runtime, site: OpenSite): void {
  const { db } = site;
  const now = runtime.options.now();
  const sessionIds = inTransaction(db, () => {
    const removed = removeVideosBefore(
      db,
      new Date(now.getTime() - DAY_MS * readVideoSetting(db).keepDays).toISOString(),
    );
    for (const sessionId of removed) recordByProgram(db, 'videos.expire', sessionId, now);
    return removed;
  });
  forgetVideoFiles(site);
  for (const sessionId of sessionIds) runtime.events.emit('sessions.changed', { sessionId });
}

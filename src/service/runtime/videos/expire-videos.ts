import { localDate } from '../../../core/store/local-date.ts';
import { removeVideosBefore } from '../../../core/store/sessions/videos.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { forgetVideoFiles } from './video-files.ts';
import { videosKeptSinceIso } from './video-setting.ts';

/**
 * Deletes, with their entries in the log, the videos that have been kept for as long as the site keeps them, and the files of
 * all that are deleted. Asked at opening and every minute; the store is looked at once a day.
 */
export function expireVideos(runtime: Runtime): void {
  const { site } = runtime;
  const today = localDate(runtime.options.now());
  if (!site || !mayActByDate(runtime) || site.videosExpiredOn === today) return;
  site.videosExpiredOn = today;
  deleteOldVideos(runtime, site);
}

/** The same at once, for a site that now keeps them for a shorter time; later where the clock is in doubt. */
export function deleteOldVideos(runtime: Runtime, site: OpenSite): void {
  if (!mayActByDate(runtime)) {
    site.videosExpiredOn = null;
    return;
  }
  const { db } = site;
  const now = runtime.options.now();
  const sessionIds = inTransaction(db, () => {
    const removed = removeVideosBefore(db, videosKeptSinceIso(db, now));
    for (const sessionId of removed) recordByProgram(db, 'videos.expire', sessionId, now);
    return removed;
  });
  forgetVideoFiles(site);
  for (const sessionId of sessionIds) runtime.events.emit('sessions.changed', { sessionId });
}

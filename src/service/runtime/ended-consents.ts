import { removeMomentsOf } from '../../core/store/lab/moments.node.ts';
import { appendRunLog } from '../../core/store/lab/runs.node.ts';
import { localDate } from '../../core/store/local-date.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { type EndedConsent, endExpiredConsents } from '../../core/store/people/consents.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { warningRecord } from '../../core/training/log-record.ts';
import { saying } from '../../core/training/said.ts';
import { failure } from '../../core/words/failure.ts';
import { mayActByDate } from './clock/clock-guard.ts';
import { dropUnconsentedHeld } from './erase/drop-unconsented-held.ts';
import { recordModelsWith } from './models/model-marks.ts';
import { recordByProgram } from './record-by-program.ts';
import type { OpenSite, Runtime } from './runtime.ts';
import { removePicturesOfRun } from './site-folder.ts';
import { forgetVideoFiles } from './videos/video-files.ts';

/**
 * Ends, with their entries in the log, the consents whose last day is over by the site's own calendar. Asked before every
 * call, and when there is none every minute, so that nothing is recorded, shown or read that a consent allowed
 * yesterday; the store is looked at once a day. Nothing is ended by a clock that is in doubt: such consents are only not used.
 */
export function expireConsents(runtime: Runtime): void {
  const { site } = runtime;
  const now = runtime.options.now();
  const today = localDate(now);
  if (!site || !mayActByDate(runtime) || site.consentsExpiredOn === today) return;
  const ended = inTransaction(site.db, () => {
    const expired = endExpiredConsents(site.db, now);
    for (const { consent, endedSessionIds } of expired) {
      recordByProgram(site.db, 'consents.expire', consent.id, now);
      for (const sessionId of endedSessionIds) recordByProgram(site.db, 'sessions.stop', sessionId, now);
    }
    return expired;
  });
  site.consentsExpiredOn = today;
  for (const each of ended) followEndedConsent(runtime, site, each);
  dropUnconsentedHeld(runtime, site);
  if (ended.length > 0) runtime.events.emit('children.changed', {});
}

/** Tells what a consent that has ended, by withdrawal or by its last day, has stopped; trainings stop with it. */
export function followEndedConsent(
  runtime: Runtime,
  site: OpenSite,
  { consent: { childId, scopes }, endedSessionIds }: EndedConsent,
): void {
  const { db, folder } = site;
  for (const sessionId of endedSessionIds) {
    runtime.runningSessions.ended(sessionId);
    runtime.events.emit('sessions.changed', { sessionId });
  }
  if (scopes.includes('keep-video')) forgetVideoFiles(site);
  dropUnconsentedHeld(runtime, site);
  const now = runtime.options.now();
  const held = findChild(db, childId, now)?.consentedScopes ?? [];
  if (!held.includes('train') || !held.includes('keep-crops')) {
    const why = failure('training.consent-ended');
    for (const runId of runtime.trainings.endReadersOf(childId, why)) {
      removePicturesOfRun(folder, runId);
      const record = warningRecord(saying(why), now.getTime());
      appendRunLog(db, runId, [record]);
      runtime.events.emit('runs.log', { runId, record });
      recordByProgram(db, 'runs.consentEnded', `${runId}: ${childId}`, now);
    }
    removeMomentsOf(db, childId);
    runtime.events.emit('datasets.changed', {});
    runtime.comparisons.stopReadersOf(childId);
    runtime.runReadings.stopReadersOf(childId);
  }
  const studyId = held.includes('train') ? null : runtime.studyRuns.endReaderOf(childId);
  if (studyId) recordByProgram(db, 'studies.consentEnded', `${studyId}: ${childId}`, now);
  if (scopes.includes('train') && !held.includes('train')) recordModelsWith(runtime, site, { childId });
  runtime.events.emit('baselines.changed', { childId });
}

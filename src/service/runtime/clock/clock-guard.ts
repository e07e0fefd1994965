import { existsSync, readFileSync } from 'node:fs';
import { newestKnownMs, readClockMark, writeClockMark } from '../../../core/store/clock/clock-mark.node.ts';
import { type DueByDate, dueByDate, isAnythingDue } from '../../../core/store/clock/due-by-date.node.ts';
import { judgeClock } from '../../../core/store/clock/judge-clock.ts';
import { localDate } from '../../../core/store/local-date.ts';
import {
  doubtConsents,
  settleDoubtedConsents,
  stopDoubtedSessions,
} from '../../../core/store/people/doubted-consents.node.ts';
import { inTransaction, type ReadableDb } from '../../../core/store/store.node.ts';
import { isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';
import { recordByProgram } from '../record-by-program.ts';
import { findReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import type { SiteFolder } from '../site-folder.ts';
import { videosKeptSinceIso } from '../videos/video-setting.ts';
import type { ClockDoubt, SiteClock } from './clock-state.ts';

const WRITTEN_EVERY_MS = 3_600_000;

/** To be asked when a store was just opened, before anything is added to its audit log. */
export function readSiteClock(db: ReadableDb, { auditHeadFile }: Pick<SiteFolder, 'auditHeadFile'>): SiteClock {
  const headText = existsSync(auditHeadFile) ? readFileSync(auditHeadFile, 'utf8') : null;
  const ownKey = findReportSecrets(db)?.key.publicKey.text ?? null;
  const doubt = readClockMark(db)?.doubt ?? null;
  return { knownMs: newestKnownMs(db, { headText, ownKey }), writtenMs: 0, doubt, askedOn: null };
}

/**
 * Whether what cannot be undone may be done because its day has come: consents that end, what is deleted by rule. To be asked
 * right before it, each time. What people ask for by name (withdrawing, erasing) needs no clock.
 */
export function mayActByDate(runtime: Runtime): boolean {
  lookAtClock(runtime);
  return runtime.site !== null && (runtime.site.demo !== null || runtime.site.clock.doubt === null);
}

/** What would be done at this moment by the date alone. */
export function dueNow({ db }: Pick<OpenSite, 'db'>, now: Date): DueByDate {
  return dueByDate(db, { now, videosBeforeIso: videosKeptSinceIso(db, now) });
}

/**
 * An administrator says that the date is right, within the transaction of the entry that tells so. What is due is done when it is
 * next asked for.
 */
export function trustClock(runtime: Runtime, site: OpenSite, now: Date): void {
  settleDoubtedConsents(site.db);
  beRight(runtime, site, now);
}

/** Opens a doubt of the clock, or ends one that has gone by itself. The store is asked once a day. */
function lookAtClock(runtime: Runtime): void {
  const { site, options } = runtime;
  if (!site || site.demo) return;
  const now = options.now();
  const expectedMs = expectedNow(runtime);
  const verdict = judgeClock({ nowMs: now.getTime(), knownMs: site.clock.knownMs, expectedMs });
  try {
    if (verdict === 'plausible') goOn(runtime, site, now);
    else if (verdict === 'ahead' && site.clock.doubt === null && !isAnythingDueOn(site, now)) {
      // Closed for long, with nothing to lose. A jump in a running program stays one until something is due.
      if (expectedMs === null) goOn(runtime, site, now);
    } else beInDoubt(runtime, site, { doubt: verdict, now, expectedMs });
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    // Nothing is deleted meanwhile, and the next call looks again.
    if (verdict !== 'plausible') site.clock.doubt = verdict;
  }
}

function expectedNow({ clockAnchor, uptimeMs }: Runtime): number | null {
  if (!clockAnchor) return null;
  const elapsedMs = uptimeMs() - clockAnchor.uptimeMs;
  return elapsedMs < 0 ? null : clockAnchor.wallMs + elapsedMs;
}

function isAnythingDueOn(site: OpenSite, now: Date): boolean {
  const today = localDate(now);
  if (site.clock.askedOn === today) return false;
  if (isAnythingDue(dueNow(site, now))) return true;
  site.clock.askedOn = today;
  return false;
}

function goOn(runtime: Runtime, site: OpenSite, now: Date): void {
  if (site.clock.doubt === null) beRight(runtime, site, now);
  else {
    inTransaction(site.db, () => {
      recordByProgram(site.db, 'clock.right', '', now);
      trustClock(runtime, site, now);
    });
    runtime.events.emit('site.changed', {});
    runtime.events.emit('children.changed', {});
  }
}

function beRight(runtime: Runtime, { db, clock }: OpenSite, now: Date): void {
  const nowMs = now.getTime();
  runtime.clockAnchor = { wallMs: nowMs, uptimeMs: runtime.uptimeMs() };
  clock.knownMs = nowMs;
  clock.askedOn = null;
  if (clock.doubt === null && Math.abs(nowMs - clock.writtenMs) < WRITTEN_EVERY_MS) return;
  writeClockMark(db, { knownIso: now.toISOString(), doubt: null });
  clock.writtenMs = nowMs;
  clock.doubt = null;
}

/** Consents that are over by this clock allow nothing meanwhile; a session goes on for as long as the uptime allows. */
function beInDoubt(
  runtime: Runtime,
  { db, clock }: OpenSite,
  { doubt, now, expectedMs }: { doubt: ClockDoubt; now: Date; expectedMs: number | null },
): void {
  const trustedDay = localDate(expectedMs === null ? now : new Date(expectedMs));
  const askedOn = `${localDate(now)} ${trustedDay}`;
  if (clock.doubt === doubt && clock.askedOn === askedOn) return;
  const knownIso = new Date(clock.knownMs ?? now).toISOString();
  const { doubted, stopped } = inTransaction(db, () => {
    if (readClockMark(db)?.doubt !== doubt) {
      writeClockMark(db, { knownIso, doubt });
      recordByProgram(db, 'clock.doubt', `${doubt}: last ${knownIso}`, now);
    }
    const count = doubt === 'ahead' ? doubtConsents(db, now) : 0;
    const sessionIds = stopDoubtedSessions(db, trustedDay);
    for (const sessionId of sessionIds) recordByProgram(db, 'sessions.stop', sessionId, now);
    return { doubted: count, stopped: sessionIds };
  });
  const isNew = clock.doubt !== doubt;
  clock.doubt = doubt;
  clock.askedOn = askedOn;
  for (const sessionId of stopped) {
    runtime.runningSessions.ended(sessionId);
    runtime.events.emit('sessions.changed', { sessionId });
  }
  if (isNew) {
    runtime.options.log(
      `This computer says it is ${now.toISOString()}; the last entry is of ${knownIso}. Nothing is deleted by date until an administrator says in the program that the date is right.`,
    );
    runtime.events.emit('site.changed', {});
  }
  if (doubted > 0) runtime.events.emit('children.changed', {});
}

import { noteTaken } from '../../../core/store/retention/last-taken.node.ts';
import {
  exportsByRule,
  picturesByRule,
  readRetentionRules,
  sessionsByRule,
} from '../../../core/store/retention/retention.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { PROGRAM } from '../record-by-program.ts';
import type { Runtime } from '../runtime.ts';
import { eraseExport } from './erase-export.ts';
import { eraseTarget } from './erase-target.ts';

/** At a time, so that a window's call never waits for years of sessions; the rest follows a minute later. */
const MOST_SESSIONS = 20;

/** Whoever signs in waits for these. */
export const MOST_AT_SIGN_IN = 3;

/**
 * Erases what is older than the site's rules say, all with signed receipts, unless the clock is in doubt. Asked at opening and every
 * minute. The file is overwritten by whoever asks, once for all.
 */
export function eraseByRule(runtime: Runtime, { most = MOST_SESSIONS } = {}): void {
  const { site } = runtime;
  if (!site || site.demo) return;
  const { db } = site;
  const now = runtime.options.now();
  const rules = readRetentionRules(db);
  const sessionIds = sessionsByRule(db, rules, { now, most });
  const pictures = picturesByRule(db, rules, { now, most });
  const exportIds = exportsByRule(db, rules, now);
  if (sessionIds.length + pictures.length + exportIds.length === 0 || !mayActByDate(runtime)) return;
  const byRule = { by: PROGRAM, isByRule: true };
  for (const sessionId of sessionIds) {
    const reason = `By rule: sessions are kept for ${inWords(rules.readingsMonths)}.`;
    eraseTarget(runtime, site, { ...byRule, target: { kind: 'session', sessionId }, reason });
  }
  for (const { sessionId } of pictures) {
    const reason = `By rule: pictures are kept for ${inWords(rules.picturesMonths)}.`;
    eraseTarget(runtime, site, { ...byRule, target: { kind: 'pictures', sessionId }, reason });
  }
  for (const exportId of exportIds) {
    eraseExport(runtime, site, { exportId, reason: `By rule: exports are kept for ${inWords(rules.exportsMonths)}.` });
  }
  noteTaken(db, 'sessions', { count: sessionIds.length, now });
  noteTaken(db, 'pictures', { count: pictures.reduce((sum, each) => sum + each.pictures, 0), now });
  runtime.events.emit('erasures.changed', {});
}

const inWords = (months: number | null) => (months === 1 ? 'a month' : `${months} months`);

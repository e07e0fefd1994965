import { cutAudit, type OldEntries } from '../../../core/store/retention/cut-audit.node.ts';
import { noteTaken } from '../../../core/store/retention/last-taken.node.ts';
import {
  auditByRule,
  exportsByRule,
  picturesByRule,
  readRetentionRules,
  retentionRulesBy,
  sessionsByRule,
} from '../../../core/store/retention/retention.node.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { PROGRAM } from '../record-by-program.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { eraseExport } from './erase-export.ts';
import { eraseTarget } from './erase-target.ts';
import { askForOverwrite } from './overwrite-due.ts';

/** At a time, so that a window's call never waits for years of sessions; the rest follows a minute later. */
const MOST_SESSIONS = 20;

/** Whoever signs in waits for these. */
export const MOST_AT_SIGN_IN = 3;

/**
 * Erases what is older than the site's rules say, all with signed receipts, the log's beginning with a signed statement, unless the clock is in doubt. Asked at opening and every
 * minute. The file is overwritten by whoever asks, once for all.
 */
export function eraseByRule(runtime: Runtime, { most = MOST_SESSIONS, isAsked = false } = {}): void {
  const { site } = runtime;
  if (!site || site.demo) return;
  const { db } = site;
  const now = runtime.options.now();
  const rules = readRetentionRules(db);
  const sessionIds = sessionsByRule(db, rules, { now, most });
  const pictures = picturesByRule(db, rules, { now, most });
  const exportIds = exportsByRule(db, rules, now);
  // A year of entries takes a second or two to cut, in which no batch of a session is answered.
  const mayCut = isAsked || !runtime.runningSessions.any();
  const old = mayCut ? auditByRule(db, rules, now, { isAsked }) : null;
  if ((sessionIds.length + pictures.length + exportIds.length === 0 && !old) || !mayActByDate(runtime)) return;
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
  // Last, so that no entry of what went just now is older than the cut.
  if (old) cutByRule(site, { old, months: rules.auditMonths!, now });
  runtime.events.emit('erasures.changed', {});
}

const inWords = (months: number | null) => (months === 1 ? 'a month' : `${months} months`);

function cutByRule({ db }: OpenSite, { old, months, now }: { old: OldEntries; months: number; now: Date }): void {
  const { key } = ensureReportSecrets(db);
  inTransaction(db, () => {
    const siteName = readSite(db)?.name ?? '';
    cutAudit(db, { old, siteName, months, ruleBy: retentionRulesBy(db), by: PROGRAM, now, key });
    askForOverwrite(db);
  });
}

import { removeExport } from '../../../core/store/exports.node.ts';
import {
  exportsByRule,
  readLastRetentionRun,
  readRetentionRules,
  sessionsByRule,
  writeLastRetentionRun,
} from '../../../core/store/retention/retention.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { PROGRAM, recordByProgram } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { eraseTarget } from './erase-target.ts';
import { askForOverwrite } from './overwrite-due.ts';

/** At a time, so that a window's call never waits for years of sessions; the rest follows a minute later. */
const MOST_SESSIONS = 20;

/**
 * Erases what is older than the site's rules say, each session with a signed receipt, unless the clock is in doubt. Asked at opening
 * and every minute. The file is overwritten by whoever asks, once for all.
 */
export function eraseByRule(runtime: Runtime): void {
  const { site } = runtime;
  if (!site || site.demo) return;
  const { db } = site;
  const now = runtime.options.now();
  const rules = readRetentionRules(db);
  const sessionIds = sessionsByRule(db, rules, { now, most: MOST_SESSIONS });
  const exportIds = exportsByRule(db, rules, now);
  if (sessionIds.length + exportIds.length === 0 || !mayActByDate(runtime)) return;
  const reason = `By rule: sessions are kept for ${rules.readingsMonths === 1 ? 'a month' : `${rules.readingsMonths} months`}.`;
  for (const sessionId of sessionIds) {
    eraseTarget(runtime, site, { target: { kind: 'session', sessionId }, reason, by: PROGRAM, isByRule: true });
  }
  removeExports(site, exportIds, now);
  noteRun(site, { sessions: sessionIds.length, exports: exportIds.length, now });
  runtime.events.emit('erasures.changed', {});
}

function removeExports({ db }: OpenSite, exportIds: readonly string[], now: Date): void {
  if (exportIds.length === 0) return;
  inTransaction(db, () => {
    for (const id of exportIds) {
      recordByProgram(db, 'erasures.exportByRule', id, now);
      removeExport(db, id);
    }
    askForOverwrite(db);
  });
}

/** One run may take several minutes' turns: they count as one. */
function noteRun({ db }: OpenSite, { sessions, exports, now }: { sessions: number; exports: number; now: Date }): void {
  const last = readLastRetentionRun(db);
  const isSame = last !== null && Math.abs(now.getTime() - Date.parse(last.atIso)) < 3_600_000;
  writeLastRetentionRun(db, {
    atIso: now.toISOString(),
    sessions: sessions + (isSame ? last.sessions : 0),
    exports: exports + (isSame ? last.exports : 0),
  });
}

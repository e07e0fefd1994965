import { listAudit, verifyAudit } from '../../core/store/audit.node.ts';
import {
  acknowledgeAuditFindings,
  auditHead,
  compareHead,
  listAuditFindings,
} from '../../core/store/audit-head.node.ts';
import { auditNames, findAudit, nameIds } from '../../core/store/find-audit.node.ts';
import { readBeginning } from '../../core/store/retention/stored-beginnings.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import { recordAction } from '../runtime/record-action.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';

type AuditMethod = 'audit.list' | 'audit.findings' | 'audit.acknowledge' | 'audit.export' | 'audit.verify';

/** What was done by whom, and whether that is all. */
export const auditHandlers: Handlers<AuditMethod> = {
  'audit.list'({ db }, { beforeSequence, limit, filter }) {
    const page = { beforeSequence, limit };
    const entries = filter ? findAudit(db, filter, page) : listAudit(db, page);
    const subjects = entries.map(({ subject }) => subject);
    return {
      entries,
      names: nameIds(db, subjects),
      who: auditNames(db),
      chainIntact: verifyAudit(db).kind === 'intact',
      removed: removedByRule(db),
    };
  },

  'audit.findings': ({ db }) => listAuditFindings(db),

  'audit.acknowledge'(context) {
    const { db, user, now, runtime } = context;
    inTransaction(db, () => {
      const open = acknowledgeAuditFindings(db, { by: user.name, now });
      if (open > 0) recordAction(context, 'audit.acknowledge', `${open}`);
    });
    runtime.events.emit('site.changed', {});
    return {};
  },

  async 'audit.export'(context) {
    ensureReportSecrets(context.db);
    recordAction(context, 'audit.export', '');
    return runQueryTask(context.site, 'audit-export', { exportedAtIso: context.now.toISOString() });
  },

  'audit.verify'({ db }, { held }) {
    const state = verifyAudit(db);
    return {
      chain:
        state.kind === 'broken'
          ? { kind: 'broken', atSequence: state.atSequence, message: state.message }
          : { kind: 'intact', head: auditHead(db), removed: removedByRule(db) },
      held: held.map((head) => compareHead(db, head)),
    };
  },
};

function removedByRule(db: ReadableDb) {
  const begun = readBeginning(db);
  if (begun?.kind !== 'genuine') return null;
  const { entries, untilIso, months } = begun.beginning;
  return { entries, untilIso, months };
}

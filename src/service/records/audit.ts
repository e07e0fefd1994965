import { listAudit, verifyAudit } from '../../core/store/audit.node.ts';
import { acknowledgeAuditFindings, auditHead, isInLog, listAuditFindings } from '../../core/store/audit-head.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { runQueryTask } from '../runtime/query-thread.ts';
import { recordAction } from '../runtime/record-action.ts';
import { ensureReportSecrets } from '../runtime/records/report-secrets.ts';

type AuditMethod = 'audit.list' | 'audit.findings' | 'audit.acknowledge' | 'audit.export' | 'audit.verify';

/** What was done by whom, and whether that is all. */
export const auditHandlers: Handlers<AuditMethod> = {
  'audit.list'({ db }, { beforeSequence, limit }) {
    const entries = listAudit(db, { beforeSequence, limit });
    return { entries, chainIntact: verifyAudit(db).kind === 'intact' };
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
    const entries = auditHead(db)?.entries ?? 0;
    return {
      chain:
        state.kind === 'broken'
          ? { kind: 'broken', atSequence: state.atSequence, message: state.message }
          : { kind: 'intact', head: auditHead(db) },
      held: held.map((head) => (isInLog(db, head) ? 'agrees' : head.entries > entries ? 'missing' : 'differs')),
    };
  },
};

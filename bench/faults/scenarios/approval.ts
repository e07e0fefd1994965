import { appendAudit, auditEntries } from '../../../src/core/store/audit.node.ts';
import { addModel, approveModel, listModels } from '../../../src/core/store/lab/models.node.ts';
import { inTransaction } from '../../../src/core/store/store.node.ts';
import { BASE_MODEL, NOW } from '../../../src/core/store/testing/new-store.node.ts';
import type { Scenario } from '../scenario.ts';
import { checkStore, corrupt, makeStore, missing, openMade } from './made-store.ts';

const MODELS = ['base', 'night', 'day'];

/** Models take turns in being the one in use, each change with its entry in the audit log. */
const approval: Scenario = {
  killWithinMs: 250,
  prepare: (folder) =>
    makeStore(folder, (db) => {
      for (const id of MODELS.slice(1)) addModel(db, { ...BASE_MODEL, id, origin: 'trained-here', dir: id });
    }),

  act(folder, { acknowledge, random }) {
    const db = openMade(folder);
    for (let turn = 1; ; turn += 1) {
      const modelId = MODELS[random.integer(MODELS.length)]!;
      const subject = `${modelId} ${turn}`;
      inTransaction(db, () => {
        approveModel(db, { modelId, approvedBy: 'Ann', now: NOW });
        appendAudit(db, { userName: 'Ann', action: 'models.approve', subject, now: NOW });
      });
      acknowledge(subject);
    }
  },

  check: (folder, acknowledged) =>
    checkStore(folder, (db) => {
      const subjects = [...auditEntries(db)].map(({ subject }) => subject ?? '');
      const inUse = listModels(db).filter(({ state }) => state === 'approved');
      const last = subjects.at(-1)?.split(' ')[0] ?? MODELS[0];
      return [
        ...missing(acknowledged, subjects),
        ...(inUse.length === 1 ? [] : [corrupt(`${inUse.length} models are in use`)]),
        ...(inUse[0]?.id === last ? [] : [corrupt(`${inUse[0]?.id} is in use; the audit log says ${last}`)]),
      ];
    }),
};

export default approval;

import { CallError } from '../../contract/error.ts';
import { comparisonSchema } from '../../core/evaluation/evaluation-schema.ts';
import { approvalConditions, type Condition } from '../../core/registry/approval/approval-conditions.ts';
import {
  type ApprovalRules,
  approvalRulesSchema,
  STANDARD_APPROVAL_RULES,
} from '../../core/registry/approval/approval-rules.ts';
import { approvalOf } from '../../core/registry/approval/life-cycle.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { subjectDigest } from '../../core/registry/subject-digest.node.ts';
import { approveModel, findApprovedModel, listMakers, type StoredModel } from '../../core/store/lab/models.node.ts';
import { listChildren } from '../../core/store/people/children.node.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { readStoredModel } from './model-folder.ts';
import { describeModel, existingModel } from './models.ts';

type ApprovalsMethod = 'models.conditions' | 'models.approve' | 'models.approvalRules' | 'models.setApprovalRules';

const SETTING = 'approval-rules';

/** From candidate to the model in use, and back to an earlier one. */
export const approvalsHandlers: Handlers<ApprovalsMethod> = {
  async 'models.conditions'(context, { modelId }) {
    const stored = existingModel(context.db, modelId);
    const { config } = await readStoredModel(context.runtime, context.site, stored);
    return conditionsOf(context, stored, config);
  },

  async 'models.approve'(context, { modelId, reason }) {
    const { db, runtime, site, user, now } = context;
    const { config } = await readStoredModel(runtime, site, existingModel(db, modelId));
    const approved = inTransaction(db, () => {
      const model = existingModel(db, modelId);
      const conditions = conditionsOf(context, model, config);
      const approval = approvalOf({ model, conditions, approver: user.name, reason });
      if (!approval.allowed) throw new CallError('conflict', approval.why);
      const { exception } = approval;
      const done = approveModel(db, { modelId, approvedBy: user.name, exception, now });
      if (done.kind === 'not-found') throw new Error('a model that was just read is not there');
      recordAction(context, 'models.approve', modelId);
      if (exception) {
        const unmet = exception.unmet.map(englishOf).join(' ');
        recordAction(context, 'models.approveInSpite', `${modelId}: ${unmet} Reason: ${exception.reason}`);
      }
      if (done.retiredModelId) recordAction(context, 'models.retire', done.retiredModelId);
      return done.model;
    });
    runtime.events.emit('models.changed', {});
    return describeModel(runtime, site, approved);
  },

  'models.approvalRules': ({ db }) => rulesOf(db),

  'models.setApprovalRules'(context, rules) {
    inTransaction(context.db, () => {
      writeSetting(context.db, SETTING, rules);
      const { fewestTestChildren, margin } = rules;
      recordAction(context, 'models.setApprovalRules', `children ${fewestTestChildren}, margin ${margin}`);
    });
    context.runtime.events.emit('models.changed', {});
    return {};
  },
};

function conditionsOf(
  { db, site, user, now }: Pick<SignedInContext, 'db' | 'site' | 'user' | 'now'>,
  { id, state, origin, comparison }: StoredModel,
  config: ModelConfig,
): Condition[] {
  return approvalConditions(
    {
      state,
      config,
      comparison: comparisonSchema.nullable().parse(comparison),
      // The digests of another site are of its own children.
      withdrawnChildren: origin === 'imported' ? 0 : withdrawnChildren(db, config, now),
    },
    {
      rules: rulesOf(db),
      approvedId: findApprovedModel(db)?.id ?? null,
      people: site.demo ? null : { approver: user, makers: listMakers(db, id) },
    },
  );
}

function rulesOf(db: ReadableDb): ApprovalRules {
  const stored = readSetting(db, SETTING);
  return stored === null ? STANDARD_APPROVAL_RULES : approvalRulesSchema.parse(stored);
}

/** Children of any split for whom a consent to training was withdrawn, and none holds now. */
function withdrawnChildren(db: ReadableDb, { split: { subjects } }: ModelConfig, now: Date): number {
  const used = new Set([...subjects.train, ...subjects.val, ...subjects.test]);
  return listChildren(db, now).filter(
    ({ code, consents, consentedScopes }) =>
      !consentedScopes.includes('train') &&
      consents.some(({ scopes, withdrawnAtIso }) => withdrawnAtIso !== null && scopes.includes('train')) &&
      used.has(subjectDigest(code)),
  ).length;
}

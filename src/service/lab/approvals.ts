import { CallError } from '../../contract/error.ts';
import { type Model, modelComparisonSchema } from '../../contract/models.ts';
import { approvalConditions, type Condition } from '../../core/registry/approval/approval-conditions.ts';
import {
  type ApprovalRules,
  approvalRulesSchema,
  STANDARD_APPROVAL_RULES,
} from '../../core/registry/approval/approval-rules.ts';
import { approvalOf } from '../../core/registry/approval/life-cycle.ts';
import type { ModelConfig } from '../../core/registry/model-config.ts';
import { addDecision, reconsiderModel, rejectModel } from '../../core/store/lab/model-decisions.node.ts';
import { approveModel, findApprovedModel, listMakers, type StoredModel } from '../../core/store/lab/models.node.ts';
import { readSetting, writeSetting } from '../../core/store/settings.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { marksOf } from '../runtime/models/model-marks.ts';
import type { EndedTraining } from '../runtime/models/training-consents.ts';
import { recordAction } from '../runtime/record-action.ts';
import { readStoredModel } from './model-folder.ts';
import { describeModel, existingModel } from './models.ts';

type ApprovalsMethod =
  | 'models.conditions'
  | 'models.approve'
  | 'models.reject'
  | 'models.reconsider'
  | 'models.approvalRules'
  | 'models.setApprovalRules';

const SETTING = 'approval-rules';

/** From candidate to the model in use, and back to an earlier one. */
export const approvalsHandlers: Handlers<ApprovalsMethod> = {
  async 'models.conditions'(context, { modelId }) {
    const stored = existingModel(context.db, modelId);
    const { config } = await readStoredModel(context.runtime, context.site, stored);
    return conditionsOf(context, stored, config);
  },

  async 'models.approve'(context, { modelId, reason, unmetShown }) {
    const { db, runtime, site, user, now } = context;
    const { config } = await readStoredModel(runtime, site, existingModel(db, modelId));
    const approved = inTransaction(db, () => {
      const model = existingModel(db, modelId);
      const conditions = conditionsOf(context, model, config);
      const approval = approvalOf({ model, conditions, approver: user.name, reason, unmetShown });
      if (!approval.allowed) throw new CallError('conflict', approval.why);
      const { exception } = approval;
      const done = approveModel(db, { modelId, approvedBy: user.name, exception, now });
      if (done.kind === 'not-found') throw new Error('a model that was just read is not there');
      recordAction(context, 'models.approve', modelId);
      if (model.state === 'retired') {
        addDecision(db, { kind: 'brought-back', modelId, reason: reason!, byUser: user.id, now });
        recordAction(context, 'models.bringBack', `${modelId}. Reason: ${reason}`);
      }
      if (exception) {
        const unmet = exception.unmet.map(englishOf).join(' ');
        recordAction(context, 'models.approveInSpite', `${modelId}: ${unmet} Reason: ${exception.reason}`);
      }
      if (done.retiredModelId) recordAction(context, 'models.retire', done.retiredModelId);
      return done.model;
    });
    runtime.events.emit('models.changed', {});
    runtime.indexRuns.wake();
    return describeModel(runtime, site, approved);
  },

  'models.reject': (context, { modelId, reason }) =>
    decide(context, 'models.reject', { modelId, reason }, (decided) => {
      const { kind } = rejectModel(context.db, decided);
      return kind === 'rejected' ? null : failure('models.not-a-candidate', { model: modelId });
    }),

  'models.reconsider': (context, { modelId, reason }) =>
    decide(context, 'models.reconsider', { modelId, reason }, (decided) => {
      const { kind } = reconsiderModel(context.db, decided);
      return kind === 'candidate' ? null : failure('models.not-rejected', { model: modelId });
    }),

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

/**
 * Keeps a decision with its reason, on the model's record and in the audit log.
 *
 * @param act Does it; why it cannot be done otherwise.
 */
async function decide(
  context: SignedInContext,
  action: 'models.reject' | 'models.reconsider',
  { modelId, reason }: { readonly modelId: string; readonly reason: string },
  act: (decided: Parameters<typeof rejectModel>[1]) => Failure | null,
): Promise<Model> {
  const { db, runtime, site, user, now } = context;
  existingModel(db, modelId);
  inTransaction(db, () => {
    const refused = act({ modelId, reason, byUser: user.id, now });
    if (refused) throw new CallError('conflict', refused);
    recordAction(context, action, `${modelId}. Reason: ${reason}`);
  });
  runtime.comparisons.stop(modelId);
  runtime.events.emit('models.changed', {});
  return describeModel(runtime, site, existingModel(db, modelId));
}

function conditionsOf(
  { db, runtime, site, user }: Pick<SignedInContext, 'db' | 'runtime' | 'site' | 'user'>,
  model: StoredModel,
  config: ModelConfig,
): Condition[] {
  const { id, state } = model;
  const comparison = modelComparisonSchema.nullable().parse(model.comparison);
  const children = marksOf(runtime, site, { model, config });
  const ended = (how: EndedTraining['how']) => children.filter((each) => each.how === how).length;
  return approvalConditions(
    {
      state,
      config,
      comparison,
      testHere: comparison?.again?.lockedBy?.test ?? null,
      isLeakHereUnknown: comparison?.again?.lockedBy?.subjectsUnknown ?? false,
      endedConsents: { withdrawn: ended('withdrawn') + ended('erased'), expired: ended('expired') },
    },
    {
      rules: rulesOf(db),
      approved: findApprovedModel(db),
      people: site.demo ? null : { approver: user, makers: listMakers(db, id) },
    },
  );
}

function rulesOf(db: ReadableDb): ApprovalRules {
  const stored = readSetting(db, SETTING);
  return stored === null ? STANDARD_APPROVAL_RULES : approvalRulesSchema.parse(stored);
}

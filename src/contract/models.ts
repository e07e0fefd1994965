import { z } from 'zod';
import { MODEL_DECISIONS, MODEL_ORIGINS, MODEL_STATES } from '../core/emotion/model.ts';
import {
  comparisonSchema,
  distressLimitsSchema,
  evaluationSchema,
  testedHereSchema,
} from '../core/evaluation/evaluation-schema.ts';
import { CONDITIONS } from '../core/registry/approval/approval-conditions.ts';
import { approvalRulesSchema } from '../core/registry/approval/approval-rules.ts';
import { modelTestSchema } from '../core/registry/model-config.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { ofModel, ofRun } from './lab-schemas.ts';
import { type MethodSpec, RESEARCH } from './role.ts';

/** What a model was approved in spite of, why, by whom and when. */
export const approvalExceptionSchema = z.object({
  reason: z.string(),
  unmet: z.array(storedFailureSchema),
  by: z.string(),
  atIso: z.string(),
});

/** A comparison, with who made it again when that was done after the model was made. */
export const modelComparisonSchema = comparisonSchema.extend({
  again: z
    .object({
      by: z.string(),
      atIso: z.string(),
      /** The number of that look at the test images; null where nobody counts. */
      lookCount: z.number().int().nullable(),
      /** Of a model that was not trained here: whose test images they were, and how it does on them. */
      lockedBy: testedHereSchema
        .extend({
          /** Name of the run of this site that locked them. */
          run: z.string(),
        })
        .optional(),
    })
    .optional(),
});

/** What somebody decided of a model, and why. */
export const modelDecisionSchema = z.object({
  kind: z.enum(MODEL_DECISIONS),
  reason: z.string(),
  by: z.string(),
  atIso: z.string(),
});

export const modelSchema = z.object({
  id: z.string(),
  version: z.string(),
  state: z.enum(MODEL_STATES),
  origin: z.enum(MODEL_ORIGINS),
  learner: z.string(),
  regime: z.string(),
  classes: z.array(emotionSchema),
  /** Classes whose recall was measured on real children; empty for a model validated on rendered faces only. */
  classesValidatedOnChildren: z.array(emotionSchema),
  threshold: z.number(),
  /** From where on it says that distress is likely; null where it says nothing of it. */
  distress: distressLimitsSchema.nullable().default(null),
  createdAtIso: z.string(),
  /** SHA-256 of its files, which are those that were entered: of the listing in its folder's SHA256SUMS. */
  digest: z.string(),
  approvedBy: z.string().nullable(),
  approvedAtIso: z.string().nullable(),
  /** Null where every condition was met. It stays when the model is gone back to. */
  approvalException: approvalExceptionSchema.nullable(),
  test: evaluationSchema.nullable(),
  /** What the test images were, in words, e.g. "rendered faces". */
  testedOn: z.string(),
  /** The test on each dataset; empty for a model that was made before tests were kept apart. */
  tests: z.array(modelTestSchema).default([]),
  /** The newest: made when the model was, or again since. */
  comparison: modelComparisonSchema.nullable(),
  /** Children of this site whom it was made with and who may not be trained on any more: how that came, and when. */
  endedConsents: z.array(
    z.object({
      childId: z.string(),
      code: z.string(),
      how: z.enum(['withdrawn', 'expired', 'erased']),
      /** The day of the withdrawal or the erasure, or the last on which the consent held. */
      onDate: z.iso.date(),
      /** The model that saw the child, where this one is only built on it. */
      through: z.string().nullable(),
    }),
  ),
  /** Newest first. */
  decisions: z.array(modelDecisionSchema),
  /** The run that made it, where that was here and is still there. */
  runId: z.string().nullable(),
});

export const approvalConditionSchema = z.object({
  name: z.enum(CONDITIONS),
  /** Why it is not met, or null when it is. */
  unmet: storedFailureSchema.nullable(),
  /** An administrator may approve without it and write down why. The others hold for everyone. */
  reasonSuffices: z.boolean(),
});

/** In characters: a word or two is no reason. */
export const SHORTEST_REASON = 20;

const reasonSchema = z.string().trim().min(SHORTEST_REASON).max(500);

const decided = z.object({ modelId: z.string(), reason: reasonSchema });

/** Models and their life: candidate, approved, retired, rejected. */
export const modelsMethods = {
  'models.list': { input: z.object({}), output: z.array(modelSchema), access: 'signed-in' },
  /** The models that the list leaves out, because their files are missing, damaged, or not those that were entered. */
  'models.faults': {
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), state: z.enum(MODEL_STATES), fault: storedFailureSchema })),
    access: 'signed-in',
  },
  'models.card': {
    input: ofModel,
    output: z.object({ markdown: z.string() }),
    access: 'signed-in',
  },
  /** The approved model as files: what the live screen loads. */
  'models.files': {
    input: ofModel,
    output: z.object({ configJson: z.string(), weights: z.instanceof(Uint8Array) }),
    access: 'signed-in',
  },
  /** Makes a candidate from a finished run. */
  'models.propose': {
    input: ofRun,
    output: modelSchema,
    access: RESEARCH,
  },
  /** The model's run once more, without the children of it who may not be trained on any more. */
  'models.trainWithout': {
    input: ofModel,
    output: ofRun,
    access: RESEARCH,
  },
  /** What is asked of a candidate before it is used, and whether it is met. */
  'models.conditions': {
    input: ofModel,
    output: z.array(approvalConditionSchema),
    access: RESEARCH,
  },
  /**
   * Makes the next session use this model and retires the one in use before. Also the way back to an older model.
   * The reason is why it is to be used although not every condition is met, or why an older one is brought back.
   */
  'models.approve': {
    input: z.object({
      modelId: z.string(),
      reason: reasonSchema.nullable().default(null),
      /** The conditions that were shown as not met to whoever wrote the reason. Where others are not, that is refused. */
      unmetShown: z.array(z.enum(CONDITIONS)).nullable().default(null),
    }),
    output: modelSchema,
    access: ['administrator'],
  },
  /** A candidate that is not to be used, and why. */
  'models.reject': { input: decided, output: modelSchema, access: ['administrator'] },
  /** Makes a rejected model a candidate again. */
  'models.reconsider': { input: decided, output: modelSchema, access: ['administrator'] },
  'models.approvalRules': { input: z.object({}), output: approvalRulesSchema, access: RESEARCH },
  'models.setApprovalRules': { input: approvalRulesSchema, output: z.object({}), access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type { Comparison, Evaluation, Figure } from '../core/evaluation/evaluation-schema.ts';
export type { ModelTest } from '../core/registry/model-config.ts';
export type ModelDecision = z.infer<typeof modelDecisionSchema>;
export type ApprovalCondition = z.infer<typeof approvalConditionSchema>;
export type Model = z.infer<typeof modelSchema>;

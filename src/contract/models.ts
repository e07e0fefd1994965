import { z } from 'zod';
import { MODEL_ORIGINS, MODEL_STATES } from '../core/emotion/model.ts';
import { comparisonSchema, evaluationSchema } from '../core/evaluation/evaluation-schema.ts';
import { modelTestSchema } from '../core/registry/model-config.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { type MethodSpec, RESEARCH } from './role.ts';

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
  createdAtIso: z.string(),
  approvedBy: z.string().nullable(),
  approvedAtIso: z.string().nullable(),
  test: evaluationSchema.nullable(),
  /** What the test images were, in words, e.g. "rendered faces". */
  testedOn: z.string(),
  /** The test on each dataset; empty for a model that was made before tests were kept apart. */
  tests: z.array(modelTestSchema).default([]),
  comparison: comparisonSchema.nullable(),
});

/** Models and their life: candidate, approved, retired. */
export const modelsMethods = {
  'models.list': { input: z.object({}), output: z.array(modelSchema), access: 'signed-in' },
  'models.card': {
    input: z.object({ modelId: z.string() }),
    output: z.object({ markdown: z.string() }),
    access: 'signed-in',
  },
  /** The approved model as files: what the live screen loads. */
  'models.files': {
    input: z.object({ modelId: z.string() }),
    output: z.object({ configJson: z.string(), weights: z.instanceof(Uint8Array) }),
    access: 'signed-in',
  },
  /** Makes a candidate from a finished run. */
  'models.propose': {
    input: z.object({ runId: z.string() }),
    output: modelSchema,
    access: RESEARCH,
  },
  /** Makes the next session use this model and retires the one in use before. Also the way back to an older model. */
  'models.approve': { input: z.object({ modelId: z.string() }), output: modelSchema, access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type { Comparison, Evaluation, Figure } from '../core/evaluation/evaluation-schema.ts';
export type { ModelTest } from '../core/registry/model-config.ts';
export type Model = z.infer<typeof modelSchema>;

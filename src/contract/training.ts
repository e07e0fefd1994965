import { z } from 'zod';
import { comparisonSchema, evaluationSchema } from '../core/evaluation/evaluation-schema.ts';
import { RUN_STATES } from '../core/store/lab/run-states.ts';
import { LEARNERS } from '../core/training/learners.ts';
import { logRecordSchema } from '../core/training/log-record.ts';
import { REGIMES } from '../core/training/regimes/regime-facts.ts';
import { SETTINGS } from '../core/training/settings/settings.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, RESEARCH } from './role.ts';
import { settingSchema } from './setting-schema.ts';

export const learnerSchema = z.enum(LEARNERS);
export const regimeSchema = z.enum(REGIMES);

export const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(RUN_STATES),
  learner: learnerSchema,
  regime: regimeSchema,
  epochs: z.number().int(),
  seed: z.number().int(),
  engine: z.string(),
  datasetNames: z.array(z.string()),
  startedAtIso: z.string(),
  startedBy: z.string(),
  /** What went wrong, when failed; a sentence of an earlier version, as it is. */
  failure: z.union([storedFailureSchema, z.string()]).nullable(),
  test: evaluationSchema.nullable(),
  /** What the test images are, in words, e.g. "rendered faces". */
  testedOn: z.string(),
  comparison: comparisonSchema.nullable(),
  /** The candidate made from it, if it was proposed. */
  modelId: z.string().nullable(),
});

const runId = z.object({ runId: z.string() });

/** Runs over the datasets of this machine. */
export const trainingMethods = {
  'runs.list': { input: z.object({}), output: z.array(runSchema), access: RESEARCH },
  'runs.get': {
    input: runId,
    output: z.object({ run: runSchema, log: z.array(logRecordSchema) }),
    access: RESEARCH,
  },
  'runs.start': {
    input: z.object({
      name: z.string().trim().min(1).max(80),
      datasetIds: z.array(z.string()).min(1),
      learner: learnerSchema,
      regime: regimeSchema,
      // Fewer than a run may have, lest a slip of the keyboard start a week of training. The command line takes more.
      epochs: z.number().int().min(1).max(1000),
      seed: settingSchema('seed', SETTINGS.seed),
    }),
    output: runSchema,
    access: RESEARCH,
  },
  /** Stops after the step under way, with a checkpoint. */
  'runs.stop': { input: runId, output: z.object({}), access: RESEARCH },
  'runs.resume': { input: runId, output: runSchema, access: RESEARCH },
} as const satisfies Record<string, MethodSpec>;

export type Run = z.infer<typeof runSchema>;

export { LEARNERS, type Learner } from '../core/training/learners.ts';
export type { LogRecord, SayingRecord } from '../core/training/log-record.ts';
export { REGIMES, type RegimeName as Regime } from '../core/training/regimes/regime-facts.ts';

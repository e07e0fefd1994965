import { z } from 'zod';
import { comparisonSchema, evaluationSchema } from '../core/evaluation/evaluation-schema.ts';
import { RUN_STATES } from '../core/store/lab/run-states.ts';
import { LEARNERS } from '../core/training/learners.ts';
import { logRecordSchema } from '../core/training/log-record.ts';
import { REGIMES } from '../core/training/regimes/regime-facts.ts';
import { SETTINGS } from '../core/training/settings/settings.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, RESEARCH } from './role.ts';
import { settingSchema } from './setting-schema.ts';

export const learnerSchema = z.enum(LEARNERS);
export const regimeSchema = z.enum(REGIMES);

/** What was left out of a dataset, and why. An earlier version stored an English sentence instead. */
export const datasetProblemSchema = z.object({
  path: z.string(),
  /** Line of the manifest, where there is one. */
  row: z.number().int().nullable(),
  /** Of how many rows it holds, where rows are counted and not named. */
  rows: z.number().int().optional(),
  why: storedFailureSchema,
});

export const datasetSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Folder on this machine; null for pictures that sessions kept, which lie in the store. */
  dir: z.string().nullable(),
  images: z.number().int(),
  children: z.number().int(),
  adults: z.number().int(),
  imagesByEmotion: z.record(emotionSchema, z.number().int()),
  /** False for a folder without subjects: a leak between splits cannot be shown. */
  subjectsKnown: z.boolean(),
  /** What was left out, the first hundred. */
  problems: z.array(z.union([datasetProblemSchema, z.string()])),
  problemCount: z.number().int(),
});

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

/** Training: datasets on this machine, and runs over them. */
export const trainingMethods = {
  'datasets.list': { input: z.object({}), output: z.array(datasetSchema), access: RESEARCH },
  /** Reads a folder with manifest.csv (or group/emotion folders), counts it and remembers where it is. */
  'datasets.add': {
    input: z.object({ dir: z.string().trim().min(1).max(1000) }),
    output: datasetSchema,
    access: RESEARCH,
  },
  'datasets.remove': {
    input: z.object({ datasetId: z.string() }),
    output: z.object({}),
    access: RESEARCH,
  },
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

export type Dataset = z.infer<typeof datasetSchema>;
export type Run = z.infer<typeof runSchema>;

export { LEARNERS, type Learner } from '../core/training/learners.ts';
export type { LogRecord } from '../core/training/log-record.ts';
export { REGIMES, type RegimeName as Regime } from '../core/training/regimes/regime-facts.ts';

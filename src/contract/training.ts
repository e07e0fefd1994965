import { z } from 'zod';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { comparisonSchema, evaluationSchema } from './models.ts';
import type { MethodSpec } from './role.ts';

export const LEARNERS = ['cross-entropy', 'simclr', 'supcon'] as const;
export const REGIMES = ['children', 'adults', 'mixed', 'adults-then-children', 'adults-as-augmentations'] as const;

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

/** A plain record of the trainer's log, in the order they were made. */
export const logRecordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stage'), stage: z.string(), message: z.string(), atMs: z.number() }),
  z.object({
    kind: z.literal('step'),
    stage: z.string(),
    step: z.number().int(),
    steps: z.number().int(),
    epoch: z.number().int(),
    loss: z.number(),
    /** Where the loss is the sum of two, each of them before its weight. */
    contrastive: z.number().optional(),
    crossEntropy: z.number().optional(),
    learningRate: z.number(),
    atMs: z.number(),
    /** Estimated time to the end of the whole run. */
    leftMs: z.number().nullable(),
  }),
  z.object({ kind: z.literal('warning'), message: z.string(), atMs: z.number() }),
]);

export const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['running', 'finished', 'stopped', 'failed', 'interrupted']),
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
  'datasets.list': { input: z.object({}), output: z.array(datasetSchema), access: ['research', 'administrator'] },
  /** Reads a folder with manifest.csv (or group/emotion folders), counts it and remembers where it is. */
  'datasets.add': {
    input: z.object({ dir: z.string().trim().min(1).max(1000) }),
    output: datasetSchema,
    access: ['research', 'administrator'],
  },
  'datasets.remove': {
    input: z.object({ datasetId: z.string() }),
    output: z.object({}),
    access: ['research', 'administrator'],
  },
  'runs.list': { input: z.object({}), output: z.array(runSchema), access: ['research', 'administrator'] },
  'runs.get': {
    input: runId,
    output: z.object({ run: runSchema, log: z.array(logRecordSchema) }),
    access: ['research', 'administrator'],
  },
  'runs.start': {
    input: z.object({
      name: z.string().trim().min(1).max(80),
      datasetIds: z.array(z.string()).min(1),
      learner: learnerSchema,
      regime: regimeSchema,
      epochs: z.number().int().min(1).max(1000),
      seed: z.number().int().min(0).max(0xffffffff),
    }),
    output: runSchema,
    access: ['research', 'administrator'],
  },
  /** Stops after the step under way, with a checkpoint. */
  'runs.stop': { input: runId, output: z.object({}), access: ['research', 'administrator'] },
  'runs.resume': { input: runId, output: runSchema, access: ['research', 'administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type Learner = z.infer<typeof learnerSchema>;
export type Regime = z.infer<typeof regimeSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
export type LogRecord = z.infer<typeof logRecordSchema>;
export type Run = z.infer<typeof runSchema>;

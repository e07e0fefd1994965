import { z } from 'zod';
import { GROUPS } from '../core/dataset/faces/face-set.ts';
import { ENGINE_NAMES } from '../core/engine/engine.ts';
import { comparisonSchema, evaluationSchema } from '../core/evaluation/evaluation-schema.ts';
import { RUN_STATES } from '../core/store/lab/run-states.ts';
import { LEARNERS } from '../core/training/learners.ts';
import { logRecordSchema } from '../core/training/log-record.ts';
import { REGIMES } from '../core/training/regimes/regime-facts.ts';
import { SETTINGS } from '../core/training/settings/settings.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { labNameSchema, ofRun } from './lab-schemas.ts';
import { type MethodSpec, RESEARCH } from './role.ts';
import { settingSchema } from './setting-schema.ts';
import { trainingSettingsSchema } from './training-settings/training-settings.ts';

export const learnerSchema = z.enum(LEARNERS);
export const regimeSchema = z.enum(REGIMES);

export const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(RUN_STATES),
  /** What it waits for in the queue: that the faces of its datasets have been found, or its turn. */
  waitsFor: z.enum(['faces', 'turn']).nullable(),
  learner: learnerSchema,
  regime: regimeSchema,
  epochs: z.number().int(),
  seed: z.number().int(),
  engine: z.string(),
  datasetNames: z.array(z.string()),
  startedAtIso: z.string(),
  startedBy: z.string(),
  /** The model whose weights it starts with; null starts anew. */
  startsFrom: z.string().nullable(),
  /** How long its steps may take; null for as long as they take. */
  budgetMinutes: z.number().nullable(),
  /** What went wrong, when failed, or by how much it is no better; a sentence of an earlier version, as it is. */
  failure: z.union([storedFailureSchema, z.string()]).nullable(),
  test: evaluationSchema.nullable(),
  /** What the test images are, in words, e.g. "rendered faces". */
  testedOn: z.string(),
  comparison: comparisonSchema.nullable(),
  /** The candidate made from it, if it was proposed. */
  modelId: z.string().nullable(),
});

const datasetIds = z.array(z.string()).min(1);

/** Where the weights of a run come from. */
export const RUN_ORIGINS = ['model-in-use', 'nothing'] as const;

/** Runs over the datasets of this machine. */
export const trainingMethods = {
  /** Newest first; those that wait in the order of their turns. */
  'runs.list': { input: z.object({}), output: z.array(runSchema), access: RESEARCH },
  'runs.get': {
    input: ofRun,
    output: z.object({ run: runSchema, log: z.array(logRecordSchema) }),
    access: RESEARCH,
  },
  /** Starts a run, or puts it into the queue while another is under way. */
  'runs.start': {
    input: z.object({
      name: labNameSchema,
      datasetIds,
      learner: learnerSchema,
      regime: regimeSchema,
      // Fewer than a run may have, lest a slip of the keyboard start a week of training. The command line takes more.
      epochs: z.number().int().min(1).max(1000),
      seed: settingSchema('seed', SETTINGS.seed),
      from: z.enum(RUN_ORIGINS).default('nothing'),
      /** How long the steps may take; null for as long as they take. */
      minutes: z
        .number()
        .min(1)
        .max(7 * 24 * 60)
        .nullable()
        .default(null),
      settings: trainingSettingsSchema.default({}),
      size: settingSchema('size', SETTINGS.size).nullable().default(null),
      /** Null lets the program choose. */
      engine: z.enum(ENGINE_NAMES).nullable().default(null),
    }),
    output: runSchema,
    access: RESEARCH,
  },
  /** Fine-tunes the model in use on these datasets, and keeps it where nothing better comes of that. */
  'runs.improve': {
    input: z.object({ name: labNameSchema, datasetIds }),
    output: runSchema,
    access: RESEARCH,
  },
  /** Stops after the step under way, with a checkpoint; takes one that waits out of the queue. */
  'runs.stop': { input: ofRun, output: z.object({}), access: RESEARCH },
  'runs.resume': { input: ofRun, output: runSchema, access: RESEARCH },
  /** Lets the run that is under way wait after its step, with a checkpoint, or go on. */
  'runs.pause': { input: ofRun.extend({ paused: z.boolean() }), output: runSchema, access: RESEARCH },
  /** The first batch of such a run: images of children, each with its further views. Empty while no face has been found. */
  'runs.batch': {
    input: z.object({ datasetIds, regime: regimeSchema, seed: settingSchema('seed', SETTINGS.seed) }),
    output: z.array(
      z.object({
        emotion: emotionSchema,
        faces: z.array(
          z.object({
            view: z.number().int(),
            key: z.number().int(),
            group: z.enum(GROUPS),
            grey: z.instanceof(Uint8Array),
          }),
        ),
      }),
    ),
    access: RESEARCH,
  },
  /** Lets a run that waits go before the one ahead of it. */
  'runs.moveUp': { input: ofRun, output: z.object({}), access: RESEARCH },
} as const satisfies Record<string, MethodSpec>;

export type Run = z.infer<typeof runSchema>;

export { LEARNERS, type Learner } from '../core/training/learners.ts';
export type { LogRecord, SayingRecord } from '../core/training/log-record.ts';
export { REGIMES, type RegimeName as Regime } from '../core/training/regimes/regime-facts.ts';

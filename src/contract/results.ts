import { z } from 'zod';
import { comparisonSchema } from '../core/evaluation/evaluation-schema.ts';
import { logRecordSchema } from '../core/training/log-record.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { ofRun } from './lab-schemas.ts';
import { type MethodSpec, RESEARCH } from './role.ts';
import { runSchema } from './training.ts';

const count = z.number().int().min(0);

/** The most runs that stand side by side: more lines cannot be told apart. */
export const MOST_RUNS_COMPARED = 4;

/** Which images of a run are known, with what its own model says of them. */
export const runImagesSchema = z.object({
  /** How many of each split. */
  known: z.object({ train: count, val: count, test: count }),
  isReading: z.boolean(),
  /** Whether they can be read (again): the run is finished and its model is there. */
  canRead: z.boolean(),
  /** Why the last reading came to nothing. */
  failure: storedFailureSchema.nullable(),
});

export const mistakeSchema = z.object({
  imageKey: z.number().int(),
  shown: emotionSchema,
  named: emotionSchema,
  /** Of what was named. */
  confidence: z.number(),
});

/** A setting of runs, by its name in the run's job, as text; null where a run has none. */
export const differingSettingSchema = z.object({ name: z.string(), values: z.array(z.string().nullable()) });

/** Two runs on the same test images, or why they cannot be compared. */
export const runPairSchema = z.object({
  /** The one whose figures are taken away. */
  referenceId: z.string(),
  candidateId: z.string(),
  comparison: comparisonSchema.nullable(),
  /** Null where there is a comparison. */
  why: z.enum(['not-read', 'other-images', 'other-labels', 'other-emotions']).nullable(),
});

export const comparedRunsSchema = z.object({
  /** In the order asked for. */
  runs: z.array(z.object({ run: runSchema, log: z.array(logRecordSchema) })),
  /** Only the settings that are not the same in all. */
  differing: z.array(differingSettingSchema),
  pairs: z.array(runPairSchema),
});

/** The faces of a run as its encoder sees them, as columns; row k of every column is the same image. */
export const runPointsSchema = z.object({
  keys: z.instanceof(Uint32Array),
  /** The encoder's output, row-major [keys, columns]. */
  embeddings: z.instanceof(Float32Array),
  columns: count,
  /** Index into EMOTIONS of what it was judged by, and of what the run's model says. */
  truth: z.instanceof(Int8Array),
  said: z.instanceof(Int8Array),
  /** Index into train, val, test. */
  split: z.instanceof(Int8Array),
  /** 0 for a child, 1 for an adult, -1 where nobody knows. */
  group: z.instanceof(Int8Array),
  /** Index into AGE_BANDS; -1 where the age is not known. */
  ageBand: z.instanceof(Int8Array),
});

/** What came of runs: their images, runs side by side, a map of their faces. */
export const resultsMethods = {
  'results.images': { input: ofRun, output: runImagesSchema, access: RESEARCH },
  /** Reads the images of a finished run with its own model; looks at no test anew, since nothing is chosen by it. */
  'results.readImages': { input: ofRun, output: z.object({}), access: RESEARCH },
  /** The test images of which the run's model is surest and wrong, surest first. */
  'results.worstMistakes': { input: ofRun, output: z.array(mistakeSchema), access: RESEARCH },
  'results.compare': {
    input: z.object({ runIds: z.array(z.string()).min(2).max(MOST_RUNS_COMPARED) }),
    output: comparedRunsSchema,
    access: RESEARCH,
  },
  'results.points': { input: ofRun, output: runPointsSchema, access: RESEARCH },
} as const satisfies Record<string, MethodSpec>;

export type RunImages = z.infer<typeof runImagesSchema>;
export type ComparedRuns = z.infer<typeof comparedRunsSchema>;
export type Mistake = z.infer<typeof mistakeSchema>;
export type RunPair = z.infer<typeof runPairSchema>;
export type RunPoints = z.infer<typeof runPointsSchema>;

import { z } from 'zod';
import { STUDY_STATES } from '../core/store/lab/study-states.ts';
import { MORE_IMAGES_READINGS } from '../core/study/more-images/more-images.ts';
import { logRecordSchema } from '../core/training/log-record.ts';
import { ENCODERS, type EncoderName } from '../core/training/net/encoder-spec.ts';
import { emotionSchema } from './emotion-schemas.ts';
import { storedFailureSchema } from './error.ts';
import { labNameSchema } from './lab-schemas.ts';
import { type MethodSpec, RESEARCH } from './role.ts';
import { learnerSchema, regimeSchema } from './training.ts';

const encoderNameSchema = z.enum(Object.keys(ENCODERS) as [EncoderName, ...EncoderName[]]);
const each = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .min(1)
    .refine((all) => new Set(all).size === all.length);

/** What a person asks a study for. */
export const studyQuestionSchema = z.object({
  name: labNameSchema,
  datasetIds: z.array(z.string()).min(1),
  learners: each(learnerSchema),
  regimes: each(regimeSchema),
  /** Numbers of child images that train. */
  sizes: each(z.number().int().min(1).max(1e6)).max(20),
  /** How often each training is repeated, with other images, first weights and order each time. */
  repeats: z.number().int().min(1).max(20),
  /** Optimiser steps of each training. */
  budgetSteps: z.number().int().min(1).max(1e5),
  encoder: encoderNameSchema,
});

const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
const schemeSchema = z.object({ learner: learnerSchema, regime: regimeSchema });

const curvePointSchema = schemeSchema.extend({
  size: z.number().int(),
  /** Balanced accuracy on the test children; null while no cell is done. */
  estimate: estimateSchema.nullable(),
  seeds: z.number().int(),
  failed: z.number().int(),
  open: z.number().int(),
});

const differenceSchema = estimateSchema.extend({ verdict: z.enum(['better', 'worse', 'cannot be told']) });

const regimeComparisonSchema = schemeSchema.extend({
  against: regimeSchema,
  bySize: z.array(
    z.object({ size: z.number().int(), seeds: z.number().int(), difference: differenceSchema.nullable() }),
  ),
  overSizes: differenceSchema.nullable(),
});

const moreImagesSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('told'),
    scheme: schemeSchema,
    size: z.number().int(),
    thenSize: z.number().int(),
    emotions: z.array(
      z.object({
        emotion: emotionSchema,
        /** Child images of it that train at `size`. */
        images: z.number().int().nullable(),
        testChildren: z.number().int(),
        now: estimateSchema,
        twice: estimateSchema,
        gain: estimateSchema,
        foreseenNow: estimateSchema,
        reading: z.enum(MORE_IMAGES_READINGS),
      }),
    ),
  }),
  z.object({ kind: z.literal('too-few-sizes'), found: z.number().int(), needed: z.number().int() }),
]);

/** What a study says so far. */
export const studyFindingsSchema = z.object({
  curves: z.array(curvePointSchema),
  againstChildren: z.array(regimeComparisonSchema),
  testChildren: z.number().int(),
  testImages: z.number().int(),
  moreImages: moreImagesSchema,
});

export const studySchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(STUDY_STATES),
  /** It waits until no session runs any more. */
  isWaiting: z.boolean(),
  datasetNames: z.array(z.string()),
  learners: z.array(learnerSchema),
  regimes: z.array(regimeSchema),
  sizes: z.array(z.number().int()),
  repeats: z.number().int(),
  budgetSteps: z.number().int(),
  encoder: encoderNameSchema,
  /** What computes; null until it was chosen. */
  engine: z.string().nullable(),
  cells: z.object({ all: z.number().int(), done: z.number().int(), failed: z.number().int() }),
  startedAtIso: z.string(),
  startedBy: z.string(),
  failure: storedFailureSchema.nullable(),
});

export const studyCellSchema = schemeSchema.extend({
  size: z.number().int(),
  seed: z.number().int(),
  state: z.enum(['open', 'running', 'done', 'failed']),
  /** Of a cell that is under way. */
  step: z.number().int().nullable(),
  balancedAccuracy: z.number().nullable(),
  /** The code of why it failed: core/study/cell-result.ts. */
  failedOf: z.string().nullable(),
  seconds: z.number().nullable(),
});

export const machineSpeedSchema = z.object({
  engine: z.string(),
  threads: z.number().int(),
  learners: z.array(
    z.object({
      learner: learnerSchema,
      stepMs: z.array(z.number()).min(1),
      // Machines that were measured before it was told apart have it in the next.
      endMs: z.number().default(0),
      endMsAnImage: z.number(),
      testMsAnImage: z.number(),
    }),
  ),
});

const studyId = z.object({ studyId: z.string() });

/** Studies: whether adults help, and what more images of children would do. */
export const studyMethods = {
  'studies.list': { input: z.object({}), output: z.array(studySchema), access: RESEARCH },
  'studies.get': {
    input: studyId,
    output: z.object({
      study: studySchema,
      cells: z.array(studyCellSchema),
      /** Null until a cell is done. */
      findings: studyFindingsSchema.nullable(),
      /** What is made of the images before the first cell; null before and after. */
      preparing: logRecordSchema.nullable(),
      /** How often the test children have been looked at here, by this study and otherwise; null before it was begun. */
      looks: z.number().int().nullable(),
    }),
    access: RESEARCH,
  },
  'studies.start': { input: studyQuestionSchema, output: studySchema, access: RESEARCH },
  /** Stops after the step under way, with a checkpoint. */
  'studies.stop': { input: studyId, output: z.object({}), access: RESEARCH },
  'studies.resume': { input: studyId, output: studySchema, access: RESEARCH },
  /** Removes it with all its cells. */
  'studies.remove': { input: studyId, output: z.object({}), access: RESEARCH },
  /** The same study as a file, for the command line of another machine or a cluster. */
  'studies.plan': {
    input: studyQuestionSchema,
    output: z.object({ fileName: z.string(), text: z.string() }),
    access: RESEARCH,
  },
  /** How fast this machine was when it was last measured with such a net; null before. */
  'studies.speed': {
    input: z.object({ encoder: encoderNameSchema }),
    output: z.object({ measuredAtIso: z.string(), speed: machineSpeedSchema }).nullable(),
    access: RESEARCH,
  },
  /** Measures it, in less than a minute. */
  'studies.measureSpeed': {
    input: z.object({ encoder: encoderNameSchema, learners: each(learnerSchema) }),
    output: z.object({}),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

export type Study = z.infer<typeof studySchema>;
export type StudyCell = z.infer<typeof studyCellSchema>;
export type StudyFindings = z.infer<typeof studyFindingsSchema>;
export type StudyQuestion = z.infer<typeof studyQuestionSchema>;

import { z } from 'zod';
import { emotionSchema } from './emotion-schemas.ts';
import type { MethodSpec } from './role.ts';

/** A figure with its bootstrap interval over subjects (95 %). */
export const figureSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** One model on one set of images. Every figure carries the n that stands beside it. */
export const evaluationSchema = z.object({
  images: z.number().int(),
  subjects: z.number().int(),
  /** False when each file was its own subject, so that a leak cannot be shown. */
  subjectsKnown: z.boolean(),
  classes: z.array(emotionSchema),
  accuracy: figureSchema,
  balancedAccuracy: figureSchema,
  macroF1: figureSchema,
  /** Null where one side has no image. */
  negativeAgainstNeutralAuc: figureSchema.nullable(),
  expectedCalibrationError: figureSchema,
  /** Share of images on which the model said "not sure". */
  abstained: figureSchema,
  /** Accuracy on the images on which the model named an emotion; null when it named none. */
  accuracyWhenSure: figureSchema.nullable(),
  perClass: z.array(
    z.object({
      emotion: emotionSchema,
      images: z.number().int(),
      recall: figureSchema.nullable(),
      precision: z.number().nullable(),
    }),
  ),
  /** Rows truth, columns prediction, in the order of `classes`. */
  confusion: z.array(z.array(z.number().int())),
  /** The same figures by age band, where age is known. */
  byAgeBand: z.array(
    z.object({
      band: z.string(),
      images: z.number().int(),
      subjects: z.number().int(),
      balancedAccuracy: figureSchema.nullable(),
      accuracy: figureSchema,
    }),
  ),
});

/** Two models on the same images: candidate minus reference. */
export const comparisonSchema = z.object({
  referenceModelId: z.string(),
  images: z.number().int(),
  subjects: z.number().int(),
  accuracyDifference: figureSchema,
  balancedAccuracyDifference: figureSchema,
  reference: evaluationSchema,
});

export const modelSchema = z.object({
  id: z.string(),
  version: z.string(),
  state: z.enum(['candidate', 'approved', 'retired']),
  origin: z.enum(['shipped', 'trained-here']),
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
    access: ['research', 'administrator'],
  },
  /** Makes the model the one that the next session uses; the one in use before is retired. Also the way back to an older one. */
  'models.approve': { input: z.object({ modelId: z.string() }), output: modelSchema, access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type Figure = z.infer<typeof figureSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type Model = z.infer<typeof modelSchema>;

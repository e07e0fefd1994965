import { z } from 'zod';
import { EMOTIONS } from '../emotion/emotion.ts';

/** The shapes of what evaluation finds, as schemas: they are read back from model folders and cross the contract. */

const emotionSchema = z.enum(EMOTIONS);

/**
 * A figure with its 95 % bootstrap interval over subjects. With a single subject the interval is the figure's whole
 * range, because nothing is known of other subjects.
 */
export const figureSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** One model on one set of images. Every figure carries the n that stands beside it. */
export const evaluationSchema = z.object({
  images: z.number().int(),
  subjects: z.number().int(),
  /** False when each file was its own subject, so that a leak cannot be shown. */
  subjectsKnown: z.boolean(),
  /** What the model may name. */
  classes: z.array(emotionSchema),
  /**
   * The classes that were counted, in the order of `classes`: images of the others were left out, and naming one of
   * the others is an error. Null: all of them.
   */
  restrictedTo: z.array(emotionSchema).nullable().default(null),
  /** Images left out because they show a class that was not counted. */
  leftOut: z.number().int().default(0),
  accuracy: figureSchema,
  /** Mean recall over the classes that have an image: a class without one is left out, and `perClass` shows it. */
  balancedAccuracy: figureSchema,
  macroF1: figureSchema,
  /** Null where one side has no image. */
  negativeAgainstNeutralAuc: figureSchema.nullable(),
  expectedCalibrationError: figureSchema,
  /** Share of images on which the model said "not sure". */
  abstained: figureSchema,
  /** Accuracy on the images on which the model named an emotion; null when it named none. */
  accuracyWhenSure: figureSchema.nullable(),
  /** Of the classes that were counted. */
  perClass: z.array(
    z.object({
      emotion: emotionSchema,
      images: z.number().int(),
      /** Null for a class without an image. */
      recall: figureSchema.nullable(),
      /** Null for a class that was never predicted. */
      precision: z.number().nullable(),
    }),
  ),
  /** Rows truth, columns prediction, in the order of `classes`; the rows of classes that were not counted are 0. */
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

export type Figure = z.infer<typeof figureSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;

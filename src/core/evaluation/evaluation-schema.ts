import { z } from 'zod';
import { GROUPS } from '../dataset/faces/face-set.ts';
import { EMOTIONS } from '../emotion/emotion.ts';

/** The shapes of what evaluation finds, as schemas: they are read back from model folders and cross the contract. */

const emotionSchema = z.enum(EMOTIONS);

/**
 * A figure with its 95 % interval over subjects: by bootstrap, and from few subjects, or where all are alike, no narrower
 * than their number allows. With a single subject the interval is the figure's whole range, because nothing is known of
 * other subjects. That of a small calibration error leans upwards: drawing subjects anew adds chance to each
 * bin, and a gap to either side counts as error.
 */
export const figureSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** From which summed probability of the negative emotions on a model says "distress likely", and below which "not seen". */
export const distressLimitsSchema = z
  .object({ atLeast: z.number().gt(0).lt(1), below: z.number().gt(0).lt(1) })
  .refine(({ atLeast, below }) => below <= atLeast, 'below must not be above atLeast');

/** What the limits make of some images. */
const distressRatesSchema = z.object({
  /** Images that show anger, disgust, fear or sadness, and whom they show. */
  negativeImages: z.number().int(),
  negativeSubjects: z.number().int(),
  otherImages: z.number().int(),
  otherSubjects: z.number().int(),
  /** Share of the negative images called "likely", and "not seen"; null without such an image. */
  hit: figureSchema.nullable(),
  missed: figureSchema.nullable(),
  /** Share of the other images called "likely", and "not seen"; null without such an image. */
  falseAlarm: figureSchema.nullable(),
  cleared: figureSchema.nullable(),
  /** Of the others those that are neutral, which a child at rest shows most, and the share of them called "likely". */
  neutralImages: z.number().int(),
  neutralSubjects: z.number().int(),
  falseAlarmNeutral: figureSchema.nullable(),
});

/** What is said of each class. */
const perClassSchema = z.object({
  emotion: emotionSchema,
  images: z.number().int(),
  /** Null for a class without an image. */
  recall: figureSchema.nullable(),
});

/** The figures of a part of the images. What reads as null was not measured when the evaluation was written. */
const subgroupSchema = z.object({
  images: z.number().int(),
  subjects: z.number().int(),
  balancedAccuracy: figureSchema.nullable(),
  accuracy: figureSchema,
  macroF1: figureSchema.nullable().default(null),
  negativeAgainstNeutralAuc: figureSchema.nullable().default(null),
  expectedCalibrationError: figureSchema.nullable().default(null),
  abstained: figureSchema.nullable().default(null),
  accuracyWhenSure: figureSchema.nullable().default(null),
  riskCoverageArea: figureSchema.nullable().default(null),
  /** Null of a model without limits. */
  distress: distressRatesSchema.nullable().default(null),
  perClass: z.array(perClassSchema).default([]),
});

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
  /** The bins behind the calibration error, from least to most sure. */
  calibrationBins: z
    .array(
      z.object({
        /** Open below, closed above. */
        from: z.number(),
        to: z.number(),
        images: z.number().int(),
        confidence: z.number().nullable(),
        accuracy: z.number().nullable(),
      }),
    )
    .default([]),
  /** Below this probability of the likeliest emotion the model says "not sure". */
  threshold: z.number().nullable().default(null),
  /** Of the distress line; null of a model that has none. */
  distressLimits: distressLimitsSchema.nullable().default(null),
  distress: distressRatesSchema.nullable().default(null),
  /** What every threshold would do: the share of images answered, and how often the answer is wrong. */
  riskCoverage: z
    .object({
      area: figureSchema,
      curve: z.array(z.object({ coverage: z.number(), risk: z.number(), threshold: z.number() })),
    })
    .nullable()
    .default(null),
  /** Share of images on which the model said "not sure". */
  abstained: figureSchema,
  /** Accuracy on the images on which the model named an emotion; null when it named none. */
  accuracyWhenSure: figureSchema.nullable(),
  /** Of the classes that were counted. */
  perClass: z.array(
    perClassSchema.extend({
      /** Null for a class that was never predicted. */
      precision: z.number().nullable(),
    }),
  ),
  /** Rows truth, columns prediction, in the order of `classes`; the rows of classes that were not counted are 0. */
  confusion: z.array(z.array(z.number().int())),
  /** The same figures by age band, where age is known. */
  byAgeBand: z.array(subgroupSchema.extend({ band: z.string() })),
  /** The same figures of children and of adults, where the images say which they are. */
  byGroup: z.array(subgroupSchema.extend({ group: z.enum(GROUPS) })).default([]),
});

/** Two models on the same images: candidate minus reference. */
export const comparisonSchema = z.object({
  referenceModelId: z.string(),
  /** SHA-256 of the reference's files (model-digest.node.ts); missing from comparisons of an earlier version. */
  referenceDigest: z.string().optional(),
  images: z.number().int(),
  subjects: z.number().int(),
  accuracyDifference: figureSchema,
  balancedAccuracyDifference: figureSchema,
  /** This and the next are missing from comparisons of an earlier version. */
  macroF1Difference: figureSchema.optional(),
  /** Null where one side, negative or neutral, has no image. */
  negativeAgainstNeutralAucDifference: figureSchema.nullable().optional(),
  /** Of the distress lines, each by its own limits: null where one of the two has none, or one side has no image. */
  distressHitDifference: figureSchema.nullable().optional(),
  distressFalseAlarmDifference: figureSchema.nullable().optional(),
  /**
   * Standard deviation over subjects of what each adds to the difference in balanced accuracy; null of a single subject.
   * This and the next are missing from comparisons of an earlier version.
   */
  subjectSpread: figureSchema.nullable().optional(),
  /** By age band, where age is known. */
  byAgeBand: z
    .array(
      z.object({
        band: z.string(),
        images: z.number().int(),
        subjects: z.number().int(),
        balancedAccuracyDifference: figureSchema,
        subjectSpread: figureSchema.nullable(),
      }),
    )
    .optional(),
  reference: evaluationSchema,
});

/** How a model that was made elsewhere does on test images that are locked here. */
export const testedHereSchema = z.object({
  /** What the images are, in words. */
  shows: z.string(),
  test: evaluationSchema,
  /** Test children who were left out because it was fitted on them. */
  seen: z.number().int(),
  /** True when it remembers subjects under a key that is not here: nobody can tell whether they are among the others. */
  subjectsUnknown: z.boolean(),
});

export type DistressRates = z.infer<typeof distressRatesSchema>;
export type Subgroup = z.infer<typeof subgroupSchema>;
export type Figure = z.infer<typeof figureSchema>;
export type Evaluation = z.infer<typeof evaluationSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type TestedHere = z.infer<typeof testedHereSchema>;

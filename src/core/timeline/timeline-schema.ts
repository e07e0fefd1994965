import { z } from 'zod';
import { ANNOTATION_LABELS } from '../emotion/annotation.ts';
import { DISTRESS_STATES } from '../emotion/distress.ts';
import { EMOTIONS } from '../emotion/emotion.ts';
import { GAP_REASONS } from '../emotion/gap.ts';

/** What sessions and their annotations add up to, as schemas, since all of it crosses the contract. */

const emotionSchema = z.enum(EMOTIONS);
const labelSchema = z.enum(ANNOTATION_LABELS);

/** An interval in which one emotion holds. */
const episodeSchema = z.object({
  emotion: emotionSchema,
  fromMs: z.number(),
  toMs: z.number(),
  /** Mean calibrated probability of the emotion over all samples of the interval. */
  meanProbability: z.number(),
});

/** An interval in which one thing is said of distress. */
export const distressStretchSchema = z.object({
  state: z.enum(DISTRESS_STATES),
  fromMs: z.number(),
  toMs: z.number(),
  /** Mean over its readings of the summed probability of the negative emotions. */
  meanDistress: z.number(),
});

/** What is said of distress over a session: from its course, smoothed and held, and not image by image. */
const distressSummarySchema = z.object({
  /** The model's limits: "likely" at this sum or above it, "not seen" below the other. */
  atLeast: z.number(),
  below: z.number(),
  /** Time by what was said; together the time covered by samples. */
  likelyMs: z.number(),
  notSeenMs: z.number(),
  notSureMs: z.number(),
  /** The stretches in which it was likely. */
  episodes: z.array(distressStretchSchema.omit({ state: true })),
});

/** What a session's samples add up to. */
export const summarySchema = z.object({
  durationMs: z.number(),
  /** Time covered by samples, whether sure or not. */
  usableMs: z.number(),
  /** Time covered by samples in which the model named no emotion. */
  notSureMs: z.number(),
  /** usableMs / durationMs, 0 to 1; 0 for a session of no length. */
  coverage: z.number(),
  /** Time by named emotion, every emotion present. */
  emotionMs: z.record(emotionSchema, z.number()),
  episodes: z.array(episodeSchema),
  /** Null where the model says nothing of distress. */
  distress: distressSummarySchema.nullable().default(null),
  /** Only reasons that occurred. */
  gapMsByReason: z.partialRecord(z.enum(GAP_REASONS), z.number()),
  /** Stutter: holes between samples too short to be shown as gaps. Usable time, gaps and this make up the duration. */
  unaccountedMs: z.number(),
});

/** What the model named for most of a stretch. */
export const readingOverSchema = z.object({
  /** Null: it was "not sure" most of the time. */
  emotion: emotionSchema.nullable(),
  /** Share of the time with readings that it held, 0 to 1. */
  share: z.number(),
  /** Time of the stretch with readings, more than 0. */
  readMs: z.number(),
});

/** How two raters agree, over the time that both annotated. */
export const agreementSchema = z.object({
  raterA: z.string(),
  raterB: z.string(),
  /** Time that both annotated. */
  sharedMs: z.number(),
  /** Share of it, 0 to 1, in which they gave the same label; 0 when they share none. */
  observedAgreement: z.number(),
  /** Cohen's kappa of the pairs of intervals; null when undefined. */
  cohenKappa: z.number().nullable(),
  /** Pairs of intervals behind it. An interval that meets none of the other rater's is in no pair. */
  intervals: z.number().int(),
  /** Cohen's kappa of the shared time, each moment weighted by its length; null when undefined. */
  timeWeightedKappa: z.number().nullable(),
  /** Time by label pair, only pairs that occurred, longest first. */
  pairs: z.array(z.object({ labelA: labelSchema, labelB: labelSchema, ms: z.number() })),
});

/** How far a recording and the live session of the same scene agree. */
export const parityFiguresSchema = z.object({
  /** Whole seconds of the live session in which both have readings. */
  seconds: z.number().int(),
  /** Of those, seconds for which both name the same emotion, or both none. */
  same: z.number().int(),
  /** same / seconds with its 95 % Wilson interval; null when there is no such second. */
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Added to the recording's times to lay it over the live session: where the two agree best. */
  offsetMs: z.number(),
});

export type Episode = z.infer<typeof episodeSchema>;
export type ReadingOver = z.infer<typeof readingOverSchema>;
export type DistressStretch = z.infer<typeof distressStretchSchema>;
export type DistressSummary = z.infer<typeof distressSummarySchema>;
export type Summary = z.infer<typeof summarySchema>;
export type AgreementFigures = z.infer<typeof agreementSchema>;
export type ParityFigures = z.infer<typeof parityFiguresSchema>;

import { z } from 'zod';
import { EMOTIONS } from '../core/emotion/emotion.ts';
import { GAP_REASONS, type Gap, MARKER_KINDS, type Marker, type Sample } from '../core/emotion/sample.ts';

/** The nouns of core/emotion as schemas, so that what crosses the boundary is checked in both directions. */

export const emotionSchema = z.enum(EMOTIONS);

const timeMs = z.number().min(0);

export const boxSchema = z.object({
  xPx: z.number(),
  yPx: z.number(),
  widthPx: z.number().positive(),
  heightPx: z.number().positive(),
});

export const sampleSchema = z.object({
  atMs: timeMs,
  probabilities: z
    .array(z.number().min(0).max(1))
    .length(EMOTIONS.length)
    .refine((values) => Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) < 1e-3, 'must sum to 1'),
  emotion: emotionSchema.nullable(),
  box: boxSchema,
  quality: z.object({
    brightness: z.number().min(0).max(1),
    sharpness: z.number().min(0),
    eyeDistancePx: z.number().min(0),
    yawDeg: z.number(),
  }),
}) satisfies z.ZodType<Sample>;

export const gapSchema = z
  .object({ fromMs: timeMs, toMs: timeMs, reason: z.enum(GAP_REASONS) })
  .refine((gap) => gap.toMs >= gap.fromMs, 'a gap must not end before it begins') satisfies z.ZodType<Gap>;

export const markerSchema = z.object({
  atMs: timeMs,
  kind: z.enum(MARKER_KINDS),
  text: z.string().max(500),
}) satisfies z.ZodType<Marker>;

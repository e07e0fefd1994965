import { z } from 'zod';
import { ANNOTATION_LABELS, type Annotation } from '../core/emotion/annotation.ts';
import { EMOTIONS } from '../core/emotion/emotion.ts';
import { GAP_REASONS, type Gap } from '../core/emotion/gap.ts';
import { MARKER_KINDS, type Marker, type MarkerButton } from '../core/emotion/marker.ts';
import { FACES_SCORES, FLACC_SCORES, type Observation } from '../core/emotion/observation.ts';
import type { Sample } from '../core/emotion/sample.ts';
import type { PlainReason } from '../core/words/failure.ts';

/**
 * The nouns of core/emotion as schemas, so that what crosses the boundary is checked in both directions. A
 * check of our own gives a reason of the catalogue as its message: see core/words/failure.ts.
 */

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
    .refine(
      (values) => Math.abs(values.reduce((sum, value) => sum + value, 0) - 1) < 1e-3,
      'input.probabilities-sum' satisfies PlainReason,
    ),
  emotion: emotionSchema.nullable(),
  box: boxSchema,
  quality: z.object({
    brightness: z.number().min(0).max(1),
    sharpness: z.number().min(0),
    eyeDistancePx: z.number().min(0),
    yawDeg: z.number(),
  }),
  movements: z
    .object({
      pitchDeg: z.number(),
      rollDeg: z.number(),
      eyeOpening: z.number(),
      mouthOpening: z.number(),
      browHeight: z.number(),
    })
    .optional(),
}) satisfies z.ZodType<Sample>;

export const gapSchema = z
  .object({ fromMs: timeMs, toMs: timeMs, reason: z.enum(GAP_REASONS) })
  .refine((gap) => gap.toMs >= gap.fromMs, 'input.gap-ends-first' satisfies PlainReason) satisfies z.ZodType<Gap>;

export const markerSchema = z.object({
  atMs: timeMs,
  toMs: timeMs.nullable().default(null),
  kind: z.enum(MARKER_KINDS),
  text: z.string().max(500),
}) satisfies z.ZodType<Marker>;

export const markerButtonSchema = z
  .object({
    kind: z.enum(MARKER_KINDS),
    name: z.string().trim().max(40),
    hotkey: z.string().regex(/^[a-z0-9]$/, 'input.marker-key' satisfies PlainReason),
    isInterval: z.boolean(),
  })
  .refine(
    ({ kind, name }) => (kind === 'custom') === (name !== ''),
    'input.marker-name' satisfies PlainReason,
  ) satisfies z.ZodType<MarkerButton>;

const flaccScore = z.literal(FLACC_SCORES);
const note = z.string().trim().max(2000);

export const observationSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('flacc'),
    face: flaccScore,
    legs: flaccScore,
    activity: flaccScore,
    cry: flaccScore,
    consolability: flaccScore,
    note,
  }),
  z.object({ kind: z.literal('faces-scale'), score: z.literal(FACES_SCORES), note }),
  z.object({ kind: z.literal('note'), note: note.min(1) }),
]) satisfies z.ZodType<Observation>;

/** Bounds are checked by whoever builds on it: an object with a refinement cannot be extended. */
export const annotationSchema = z.object({
  fromMs: timeMs,
  toMs: timeMs,
  label: z.enum(ANNOTATION_LABELS),
  note,
}) satisfies z.ZodType<Annotation>;

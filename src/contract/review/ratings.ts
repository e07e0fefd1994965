import { z } from 'zod';
import { ANNOTATION_LABELS } from '../../core/emotion/annotation.ts';
import { EMOTIONS } from '../../core/emotion/emotion.ts';
import { figureSchema } from '../../core/evaluation/evaluation-schema.ts';
import type { MethodSpec } from '../role.ts';
import { cropSchema } from '../sessions.ts';
import { userSchema } from '../site.ts';

/** How a blind rating may be set up. */
const RATING_LIMITS = {
  stretches: { least: 2, most: 500 },
  lengthS: { least: 2, most: 30 },
  raters: { least: 2, most: 5 },
} as const;

const { stretches, lengthS, raters } = RATING_LIMITS;
const SETTERS = ['reviewer', 'administrator'] as const;
const RATERS = ['ward', 'research', 'reviewer', 'administrator'] as const;

const counts = z.object({ stretches: z.number().int(), children: z.number().int() });

const ratingTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  lengthMs: z.number(),
  madeAtIso: z.string(),
  madeBy: z.string(),
  isClosed: z.boolean(),
  /** In the task today. */
  ...counts.shape,
  /** Drawn, and in it no more: the consent to keep pictures ended, or the session was set aside. */
  left: counts,
  raters: z.array(
    z.object({ userId: z.string(), name: z.string(), answered: z.number().int(), handedIn: z.boolean() }),
  ),
  /** All have handed in, or it was closed: nobody answers any more, and what was said is told. */
  hasResults: z.boolean(),
});

const blindStretchSchema = z.object({
  id: z.string(),
  lengthMs: z.number(),
  /** Times from the beginning of the stretch. */
  pictures: z.array(cropSchema),
});

/** Who is compared: a rater, the machine, or the raters where all of them said the same. */
const whoSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('machine') }),
  z.object({ kind: z.literal('agreed') }),
  z.object({ kind: z.literal('rater'), name: z.string() }),
]);

/** Two who said a word about the same stretches. */
const comparisonSchema = z.object({
  a: whoSchema,
  b: whoSchema,
  ...counts.shape,
  /** Share of the stretches of which both said the same; null without such a stretch. Intervals are over children. */
  observed: figureSchema.nullable(),
  /** Null also where both said one word only. */
  cohenKappa: figureSchema.nullable(),
  cells: z.array(z.object({ a: z.enum(ANNOTATION_LABELS), b: z.enum(ANNOTATION_LABELS), stretches: z.number().int() })),
});

const ratingResultsSchema = z.object({
  /** Answered by all raters: what the figures stand on. */
  ...counts.shape,
  /** In the task, and not answered by all. */
  unanswered: z.number().int(),
  left: counts,
  /** How many of the stretches were drawn of each word of the machine's; null is "not sure". */
  words: z.array(z.object({ word: z.enum(EMOTIONS).nullable(), ...counts.shape })),
  /** Of how many stretches each said that it cannot be told. */
  cannotTell: z.array(z.object({ name: z.string(), stretches: z.number().int() })),
  /** Of three raters or more. */
  together: z.object({ ...counts.shape, observed: figureSchema.nullable(), alpha: figureSchema.nullable() }).nullable(),
  comparisons: z.array(comparisonSchema),
});

const ofTask = z.object({ taskId: z.string() });
const nothing = z.object({});

/** Blind ratings: people judge stretches of many sessions by their pictures, and are compared with each other and the machine. */
export const ratingsMethods = {
  /** All tasks for who sets them up, else those that the caller rates; newest first. */
  'ratings.list': { input: nothing, output: z.array(ratingTaskSchema), access: RATERS },
  /** Who can be asked to rate. */
  'ratings.people': { input: nothing, output: z.array(userSchema), access: SETTERS },
  /**
   * Draws stretches of sessions that have ended, of which a picture is kept: the same number of each word of the machine's as
   * far as there are, and of as many children as there are. Refused with "conflict" where there is none.
   */
  'ratings.make': {
    input: z.object({
      name: z.string().trim().min(1).max(80),
      /** Empty: all children. */
      childIds: z.array(z.string()),
      fromDay: z.iso.date().nullable(),
      untilDay: z.iso.date().nullable(),
      stretches: z.number().int().min(stretches.least).max(stretches.most),
      lengthS: z.number().int().min(lengthS.least).max(lengthS.most),
      raterIds: z.array(z.string()).min(raters.least).max(raters.most),
    }),
    output: ratingTaskSchema,
    access: SETTERS,
  },
  /** What the caller is to judge next, with nothing of whom it shows or what anybody said of it; null when none is left. */
  'ratings.next': { input: ofTask, output: blindStretchSchema.nullable(), access: RATERS },
  /** Refused with "conflict" where another answer was given, and for a stretch that has left the task. */
  'ratings.answer': {
    input: ofTask.extend({ stretchId: z.string(), answer: z.enum(ANNOTATION_LABELS) }),
    output: nothing,
    access: RATERS,
  },
  /** Takes back the caller's last answer. */
  'ratings.undo': { input: ofTask, output: nothing, access: RATERS },
  /** The caller has answered all, and changes nothing any more. */
  'ratings.handIn': { input: ofTask, output: nothing, access: RATERS },
  /** Ends a task before all have handed in: stretches that all answered are told. */
  'ratings.close': { input: ofTask, output: nothing, access: SETTERS },
  'ratings.remove': { input: ofTask, output: nothing, access: SETTERS },
  /** Refused with "conflict" until there are results. */
  'ratings.results': { input: ofTask, output: ratingResultsSchema, access: RATERS },
  /** Every stretch as a row of a CSV, de-identified. */
  'ratings.export': {
    input: ofTask,
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
    access: RATERS,
  },
} as const satisfies Record<string, MethodSpec>;

export type RatingTask = z.infer<typeof ratingTaskSchema>;
export type BlindStretch = z.infer<typeof blindStretchSchema>;
export type RatingResults = z.infer<typeof ratingResultsSchema>;
export type RatingComparison = z.infer<typeof comparisonSchema>;
export type Who = z.infer<typeof whoSchema>;

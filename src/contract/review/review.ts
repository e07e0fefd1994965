import { z } from 'zod';
import { SESSION_SOURCES } from '../../core/emotion/session.ts';
import { parityFiguresSchema, readingOverSchema, summarySchema } from '../../core/timeline/timeline-schema.ts';
import { keptDatasetSchema, labNameSchema } from '../lab-schemas.ts';
import { type MethodSpec, RESEARCH } from '../role.ts';
import { cropSchema, sessionSchema } from '../sessions.ts';
import { trendSchema } from './trends.ts';

/**
 * A stretch of a session as columns, one row a sample or one row a bucket of `bucketMs`. A bucket without a sample has
 * no row.
 */
export const windowSchema = z.object({
  fromMs: z.number(),
  toMs: z.number(),
  /** 0: every sample is a row of its own. */
  bucketMs: z.number(),
  count: z.number().int(),
  /** Of the sample, or of the bucket's beginning. */
  atMs: z.instanceof(Float64Array),
  /** Row-major [count, 7]; a bucket's is the mean of its samples. The valence follows from it: see core/emotion/valence. */
  probabilities: z.instanceof(Float32Array),
  /** Index into EMOTIONS of the emotion named for most samples of the row, or -1 for "not sure". */
  emotion: z.instanceof(Int8Array),
  /** Samples behind the row. */
  samples: z.instanceof(Uint32Array),
  /** Share of them, 0 to 1, for which no emotion was named. */
  notSureShare: z.instanceof(Float32Array),
});

/** How the child's face moves over a stretch of a session. Samples of versions that measured no movement have no row. */
export const movementWindowSchema = z.object({
  /** 0: every sample is a row of its own. */
  bucketMs: z.number(),
  count: z.number().int(),
  /** Of the sample, or of the bucket's beginning. */
  atMs: z.instanceof(Float64Array),
  /** Row-major [count, 6], in the order of MOVEMENT_LANES; a bucket's is the mean of its samples. */
  values: z.instanceof(Float32Array),
  /** The same six of the child at rest, where a baseline is switched on in whose stretch they were measured. */
  rest: z.array(z.number()).nullable(),
});

/** A moment about which a person's word would teach the model most. */
const uncertainMomentSchema = z.object({
  sessionId: z.string(),
  childId: z.string(),
  childCode: z.string(),
  source: z.enum(SESSION_SOURCES),
  startedAtIso: z.string(),
  fromMs: z.number(),
  toMs: z.number(),
  /** Its mean probabilities, [7]. */
  probabilities: z.array(z.number()),
  /** Their entropy as a share of the highest possible: 0 (one emotion only) to 1 (all seven alike). */
  uncertainty: z.number(),
});

/** Moments that can be answered: each has a kept picture, for which ask sessions.crop at its middle. */
const queueSchema = z.object({
  moments: z.array(uncertainMomentSchema),
  /** Whom such moments are of, whatever child was asked for, by code. */
  children: z.array(z.object({ id: z.string(), code: z.string() })),
});

/** How a recording compares with the live session of the same scene. */
export const paritySchema = parityFiguresSchema.extend({ liveSessionId: z.string() });

const REVIEWERS = ['ward', 'research', 'reviewer', 'administrator'] as const;
const inSession = z.object({ sessionId: z.string() });

/** Reading sessions again: by the window, across weeks, and where the model doubts most. */
export const reviewMethods = {
  /** Any stretch of a session in at most about `mostRows` rows: samples where they are few, else rollups. */
  'sessions.window': {
    input: inSession.extend({
      fromMs: z.number().min(0),
      toMs: z.number().min(0),
      mostRows: z.number().int().min(10).max(10_000),
    }),
    output: windowSchema,
    access: REVIEWERS,
  },
  /** How the face moves over any stretch, in at most about `mostRows` rows. */
  'sessions.movements': {
    input: inSession.extend({
      fromMs: z.number().min(0),
      toMs: z.number().min(0),
      mostRows: z.number().int().min(10).max(10_000),
    }),
    output: movementWindowSchema,
    access: REVIEWERS,
  },
  /** What the machine named for most of a stretch, as reports say it too; null when it read nothing there. */
  'sessions.readOver': {
    input: inSession.extend({ fromMs: z.number().min(0), toMs: z.number().min(0) }),
    output: readingOverSchema.nullable(),
    access: REVIEWERS,
  },
  /** The moments of which a picture is kept, in order. */
  'sessions.pictureTimes': { input: inSession, output: z.instanceof(Float64Array), access: REVIEWERS },
  /**
   * The kept picture nearest to a moment, within two seconds of it; null when there is none. Research staff see those of
   * children whose consent covers training: "no-consent" for others.
   */
  'sessions.crop': {
    input: inSession.extend({ atMs: z.number().min(0) }),
    output: cropSchema.nullable(),
    access: REVIEWERS,
  },
  /** Null for a session that has no live session to be compared with. */
  'sessions.parity': { input: inSession, output: paritySchema.nullable(), access: REVIEWERS },
  /** All of a child's sessions that have ended, oldest first. */
  'sessions.compare': {
    input: z.object({ childId: z.string() }),
    output: z.array(z.object({ session: sessionSchema, summary: summarySchema, trend: trendSchema })),
    access: REVIEWERS,
  },
  /**
   * Moments of all ended sessions, or of one child's, most uncertain first: those of which a picture is kept and about
   * which nobody has said anything. Research staff are asked about children only whose pictures they may see.
   */
  'review.queue': {
    input: z.object({ childId: z.string().nullable(), limit: z.number().int().min(1).max(200) }),
    output: queueSchema,
    access: REVIEWERS,
  },
  /**
   * Makes a dataset of the kept pictures to which all raters gave the same emotion, of children whose consent covers
   * pictures and training today. The pictures stay in the store, so that one whose consent ends is no longer in any
   * dataset. Refused with "no-consent" when consent covers none of the named pictures, with "conflict" when none is
   * named.
   */
  'review.makeDataset': {
    input: z.object({ name: labNameSchema }),
    output: keptDatasetSchema.extend({
      /** Named pictures that are not in it, by reason. */
      leftOut: z.object({
        noConsent: z.number().int(),
        /** Given a name that is no emotion, such as crying. */
        noEmotion: z.number().int(),
        /** Given different names by different people. */
        disputed: z.number().int(),
      }),
    }),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

export type MovementWindow = z.infer<typeof movementWindowSchema>;
export type SessionWindow = z.infer<typeof windowSchema>;
export type UncertainMoment = z.infer<typeof uncertainMomentSchema>;
export type Queue = z.infer<typeof queueSchema>;
export type Parity = z.infer<typeof paritySchema>;

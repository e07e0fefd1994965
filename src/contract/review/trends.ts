import { z } from 'zod';
import { MARKER_KINDS } from '../../core/emotion/marker.ts';
import type { MethodSpec } from '../role.ts';

/** A mean in the minute before markers and in the minute from them on, and what changed. */
const changeSchema = z.object({
  before: z.number(),
  after: z.number(),
  /** Mean of after - before. */
  change: z.number(),
  /** 95 %, over sessions, or over markers where all are of one session; null for a single marker. */
  interval: z.object({ low: z.number(), high: z.number(), over: z.enum(['sessions', 'markers']) }).nullable(),
});

/** What changed around a child's markers of one kind, as one model read them. */
const markerChangeSchema = z.object({
  modelId: z.string(),
  modelVersion: z.string(),
  kind: z.enum(MARKER_KINDS),
  /** Of a custom kind; else empty. */
  name: z.string(),
  /** Markers of which ten seconds were read before them and ten from them on. */
  markers: z.number().int(),
  /** In how many sessions these are. */
  sessions: z.number().int(),
  /** The other markers. */
  leftOut: z.number().int(),
  /** Summed probability of the negative emotions; null without a marker. */
  distress: changeSchema.nullable(),
  valence: changeSchema.nullable(),
});

/** What a session comes to on an axis of weeks. */
export const trendSchema = z.object({
  /** Means over its readings; null where it has none. */
  means: z.object({ distress: z.number(), valence: z.number() }).nullable(),
  /** Scores of FLACC, 0 to 10, in the order of time. */
  flacc: z.array(z.number()),
  /** The child's own ratings, 0 to 10, in the order of time. */
  faces: z.array(z.number()),
  /** Markers by kind; a custom one by its name. */
  markers: z.array(z.object({ kind: z.enum(MARKER_KINDS), name: z.string(), count: z.number().int() })),
});

/** A child over weeks. */
export const trendsMethods = {
  /** Over all of a child's sessions that have ended; the kinds with the most markers first. */
  'sessions.aroundMarkers': {
    input: z.object({ childId: z.string() }),
    output: z.array(markerChangeSchema),
    access: ['ward', 'research', 'reviewer', 'administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type MarkerChange = z.infer<typeof markerChangeSchema>;
export type Trend = z.infer<typeof trendSchema>;

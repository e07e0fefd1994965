import { z } from 'zod';
import { emotionSchema, gapSchema, markerSchema, sampleSchema } from './emotion-schemas.ts';
import type { MethodSpec } from './role.ts';

export const sessionSchema = z.object({
  id: z.string(),
  childId: z.string(),
  childCode: z.string(),
  modelId: z.string(),
  modelVersion: z.string(),
  source: z.enum(['webcam', 'demo-clip']),
  startedAtIso: z.string(),
  startedBy: z.string(),
  /** Length so far, or of the whole once stopped. */
  durationMs: z.number(),
  /** running; stopped by staff; recovered: the program ended while it ran and kept what was on disk. */
  state: z.enum(['running', 'stopped', 'recovered']),
  sampleCount: z.number().int(),
  notes: z.string(),
});

export const episodeSchema = z.object({
  emotion: emotionSchema,
  fromMs: z.number(),
  toMs: z.number(),
  /** Mean calibrated probability of the emotion over the episode's samples. */
  meanProbability: z.number(),
});

export const summarySchema = z.object({
  durationMs: z.number(),
  /** Time covered by samples, whether sure or not. */
  usableMs: z.number(),
  /** Time covered by samples in which the model named no emotion. */
  notSureMs: z.number(),
  /** usableMs / durationMs, 0 to 1. */
  coverage: z.number(),
  /** Time by named emotion, every emotion present. */
  emotionMs: z.record(emotionSchema, z.number()),
  episodes: z.array(episodeSchema),
  gapMsByReason: z.record(z.string(), z.number()),
  /** Holes between samples too short to be shown as gaps. Usable time, gaps and this make up the duration. */
  unaccountedMs: z.number(),
});

/** Samples as columns, so that a long session crosses the boundary as a few typed arrays. */
export const sampleColumnsSchema = z.object({
  count: z.number().int(),
  atMs: z.instanceof(Float64Array),
  /** Row-major [count, 7]. */
  probabilities: z.instanceof(Float32Array),
  /** Index into EMOTIONS, or -1 for "not sure". */
  emotion: z.instanceof(Int8Array),
});

export const timelineSchema = z.object({
  session: sessionSchema,
  samples: sampleColumnsSchema,
  gaps: z.array(gapSchema),
  markers: z.array(markerSchema.extend({ id: z.string(), by: z.string() })),
  summary: summarySchema,
});

const sessionId = z.object({ sessionId: z.string() });

/** Sessions: running one, and reading it again. */
export const sessionsMethods = {
  /** Refused with "no-consent" unless a consent that covers monitoring holds today. */
  'sessions.start': {
    input: z.object({ childId: z.string(), source: z.enum(['webcam', 'demo-clip']) }),
    output: sessionSchema,
    access: ['ward', 'administrator'],
  },
  /**
   * Adds what was seen since the last call. When this returns, it is on disk. A batch whose `batch` number was
   * already stored is not stored again, so a batch may be sent twice when an answer was lost.
   */
  'sessions.append': {
    input: z.object({
      sessionId: z.string(),
      batch: z.number().int().min(0),
      samples: z.array(sampleSchema).max(1000),
      gaps: z.array(gapSchema).max(1000),
      /** The session's clock when the batch was closed; a recovered session ends here. */
      atMs: z.number().min(0),
    }),
    output: z.object({ stored: z.number().int() }),
    access: ['ward', 'administrator'],
  },
  'sessions.mark': {
    input: markerSchema.extend({ sessionId: z.string() }),
    output: z.object({ markerId: z.string() }),
    access: ['ward', 'administrator'],
  },
  'sessions.stop': {
    input: sessionId.extend({ durationMs: z.number().min(0) }),
    output: sessionSchema,
    access: ['ward', 'administrator'],
  },
  'sessions.list': {
    input: z.object({}),
    output: z.array(sessionSchema),
    access: ['ward', 'reviewer', 'administrator'],
  },
  'sessions.timeline': { input: sessionId, output: timelineSchema, access: ['ward', 'reviewer', 'administrator'] },
  'sessions.setNotes': {
    input: sessionId.extend({ notes: z.string().max(10_000) }),
    output: z.object({}),
    access: ['ward', 'reviewer', 'administrator'],
  },
  'sessions.report': {
    input: sessionId.extend({ format: z.enum(['pdf', 'csv', 'json']) }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
    access: ['ward', 'reviewer', 'administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type Session = z.infer<typeof sessionSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type Summary = z.infer<typeof summarySchema>;
export type Episode = z.infer<typeof episodeSchema>;
export type SampleColumns = z.infer<typeof sampleColumnsSchema>;

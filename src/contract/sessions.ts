import { z } from 'zod';
import type { PlainReason } from '../core/words/failure.ts';
import { emotionSchema, gapSchema, sampleSchema } from './emotion-schemas.ts';
import { storedAnnotationSchema, storedMarkerSchema, storedObservationSchema } from './entries.ts';
import type { MethodSpec } from './role.ts';

/** Side of a kept picture of a face, in pixels: the crop that the model reads. */
export const CROP_SIDE_PX = 60;

/** A grey picture of the enrolled child's face, row-major. */
export const cropSchema = z.object({
  atMs: z.number().min(0),
  grey: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length === CROP_SIDE_PX ** 2, 'input.picture-size' satisfies PlainReason),
});

/** `recording`: a video file, read by the same pipeline after the fact. */
export const sessionSourceSchema = z.enum(['webcam', 'demo-clip', 'recording']);

export const sessionSchema = z.object({
  id: z.string(),
  childId: z.string(),
  childCode: z.string(),
  modelId: z.string(),
  modelVersion: z.string(),
  source: sessionSourceSchema,
  /** Name of the video file that was read; null for a live session. */
  recordingName: z.string().nullable(),
  /** The live session of the same scene that a recording is compared with; null when there is none. */
  liveSessionId: z.string().nullable(),
  /** A consent to keep pictures held when it began: a crop may come with a batch now and then. */
  keepsCrops: z.boolean(),
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

/** All of a session but its samples, which come by the window: see review.ts. */
export const timelineSchema = z.object({
  session: sessionSchema,
  gaps: z.array(gapSchema),
  markers: z.array(storedMarkerSchema),
  observations: z.array(storedObservationSchema),
  annotations: z.array(storedAnnotationSchema),
  summary: summarySchema,
});

const sessionId = z.object({ sessionId: z.string() });

/** Sessions: running one, and reading it again. */
export const sessionsMethods = {
  /** Refused with "no-consent" unless a consent that covers monitoring holds today. */
  'sessions.start': {
    input: z.object({
      childId: z.string(),
      source: sessionSourceSchema,
      /** Required for a recording, and only for one. */
      recording: z
        .object({ fileName: z.string().trim().min(1).max(255), liveSessionId: z.string().nullable() })
        .nullable()
        .default(null),
    }),
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
      /** Pictures of the child's face, refused unless the session keeps them: at most one in two seconds. */
      crops: z.array(cropSchema).max(60).default([]),
      /** The session's clock when the batch was closed; a recovered session ends here. */
      atMs: z.number().min(0),
    }),
    output: z.object({ stored: z.number().int() }),
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
} as const satisfies Record<string, MethodSpec>;

export type Session = z.infer<typeof sessionSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type Summary = z.infer<typeof summarySchema>;
export type Episode = z.infer<typeof episodeSchema>;
export type Crop = z.infer<typeof cropSchema>;

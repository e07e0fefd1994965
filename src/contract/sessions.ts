import { z } from 'zod';
import { SESSION_SOURCES, SESSION_STATES, SESSION_TURN_KINDS } from '../core/emotion/session.ts';
import { FOUND_ONLY, FOUND_STATES } from '../core/store/sessions/found-states.ts';
import { distressStretchSchema, summarySchema } from '../core/timeline/timeline-schema.ts';
import type { PlainReason } from '../core/words/failure.ts';
import { pageNumber } from './children.ts';
import { gapSchema, sampleSchema } from './emotion-schemas.ts';
import { storedAnnotationSchema, storedMarkerSchema, storedObservationSchema } from './entries.ts';
import { type MethodSpec, WARD } from './role.ts';

/** Side of a kept picture of a face, in pixels: the crop that the model reads. */
export const CROP_SIDE_PX = 60;

/** A grey picture of the enrolled child's face, row-major. */
export const cropSchema = z.object({
  atMs: z.number().min(0),
  grey: z
    .instanceof(Uint8Array)
    .refine(({ length }) => length === CROP_SIDE_PX ** 2, 'input.picture-size' satisfies PlainReason),
});

export { FOUND_STATES };

const sessionSourceSchema = z.enum(SESSION_SOURCES);

export const sessionSchema = z.object({
  id: z.string(),
  childId: z.string(),
  childCode: z.string(),
  modelId: z.string(),
  modelVersion: z.string(),
  /** SHA-256 of the model's files when it began; null where it was not noted. */
  modelDigest: z.string().nullable(),
  source: sessionSourceSchema,
  /** Name of the video file that was read; null for a live session. */
  recordingName: z.string().nullable(),
  /** Where a player's clock stands at the session's 0, in a video file that was read; 0 for a live session. */
  recordingOriginMs: z.number().nonnegative(),
  /** SHA-256 of the video file's content, in hex; null for a live session, and where nobody computed it. */
  recordingSha256: z.string().nullable(),
  /** The day on which the video file was made, yyyy-mm-dd; null for a live session, and where nobody said it. */
  recordingDay: z.string().nullable(),
  /** The live session of the same scene that a recording is compared with; null when there is none. */
  liveSessionId: z.string().nullable(),
  /** Whether a consent to keep pictures held when it began: a batch may then bring a crop now and then. */
  keepsCrops: z.boolean(),
  startedAtIso: z.string(),
  startedBy: z.string(),
  /** Length so far; once it has stopped, the whole length. */
  durationMs: z.number(),
  state: z.enum(SESSION_STATES),
  sampleCount: z.number().int(),
  notes: z.string(),
  /** Who said that it is not this child's, when and why: it is left out of everything until that is undone. */
  setAside: z.object({ reason: z.string(), by: z.string(), atIso: z.string() }).nullable(),
});

/** All of a session but its samples, which are read one stretch at a time: see review.ts. */
export const timelineSchema = z.object({
  session: sessionSchema,
  gaps: z.array(gapSchema),
  markers: z.array(storedMarkerSchema),
  observations: z.array(storedObservationSchema),
  annotations: z.array(storedAnnotationSchema),
  /** Who answered for it after whoever began it, on the session's clock. */
  turns: z.array(z.object({ atMs: z.number(), kind: z.enum(SESSION_TURN_KINDS), by: z.string() })),
  /** What was said of distress, in the order of time; null where the model says nothing of it. */
  distress: z.array(distressStretchSchema).nullable(),
  summary: summarySchema,
});

/** SHA-256 in hex. */
const filmDigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

const sessionId = z.object({ sessionId: z.string() });

/**
 * Which recorder of which window calls: a session is recorded by one at a time, so that two windows never write into
 * each other's readings.
 */
const recorderId = z.string().max(64).default('');

/** Which camera of this machine, as the window knows it; empty where nobody knows, and for the demo's clip. */
const camera = z.string().max(300).default('');

/** A live session that runs, and who is responsible for it. */
export const runningSessionSchema = z.object({
  session: sessionSchema,
  /** Name of the user who began it, or took it over last. */
  responsible: z.string(),
  /** How long nothing has been heard of it; a recorder that is there is heard of twice a second. */
  silentMs: z.number(),
});

/** How many sessions a page of the list holds. */
export const SESSIONS_A_PAGE = 25;

/** Of one search, as many as an export takes. */
export const MOST_FOUND = 1000;

/** Which sessions are looked for; null sets no bound. Days are those of this site's calendar. */
const sessionFilter = {
  childId: z.string().nullable().default(null),
  fromDay: z.iso.date().nullable().default(null),
  untilDay: z.iso.date().nullable().default(null),
  state: z.enum(FOUND_STATES).nullable().default(null),
  only: z.enum(FOUND_ONLY).nullable().default(null),
  startedBy: z.string().nullable().default(null),
};

/** Who sees which sessions there are. */
const LISTS = ['ward', 'reviewer', 'administrator'] as const;

/** Who answers for what stands under a child. */
const MAY_SET_ASIDE = ['reviewer', 'administrator'] as const;

/** Sessions: running one, and reading it again. */
export const sessionsMethods = {
  /**
   * Refused with "no-consent" unless a consent that covers monitoring holds today, with "conflict" when the child or the
   * camera has a live session that runs.
   */
  'sessions.start': {
    input: z.object({
      childId: z.string(),
      source: sessionSourceSchema,
      /** Required for a recording, and only for one. */
      recording: z
        .object({
          fileName: z.string().trim().min(1).max(255),
          /** Later than 0 where a player shows no picture at its own 0. */
          originMs: z.number().nonnegative().default(0),
          /** By which a file that was read is known again under any name. */
          sha256: filmDigestSchema.nullable().default(null),
          /** On which it was filmed. */
          day: z.iso.date().nullable().default(null),
          liveSessionId: z.string().nullable(),
        })
        .nullable()
        .default(null),
      recorderId,
      camera,
      /** What it is to be like; null for one without. */
      protocolId: z.string().nullable().default(null),
      /** Keeps video of it; refused unless the child's consents and the site's setting both say yes. */
      keepsVideo: z.boolean().default(false),
    }),
    output: sessionSchema,
    access: WARD,
  },
  /**
   * Adds what was seen since the last call. When this returns, it is on disk. A batch whose `batch` number was
   * already stored is not stored again, so a batch may be sent twice when an answer was lost.
   */
  'sessions.append': {
    input: z.object({
      sessionId: z.string(),
      recorderId,
      batch: z.number().int().min(0),
      samples: z.array(sampleSchema).max(1000),
      gaps: z.array(gapSchema).max(1000),
      /** Pictures of the child's face, refused unless the session keeps them: at most one in two seconds. */
      crops: z.array(cropSchema).max(60).default([]),
      /** The session's clock when the batch was closed; a recovered session ends here. */
      atMs: z.number().min(0),
    }),
    output: z.object({
      stored: z.number().int(),
      /** The disk is full: it is on disk, sealed beside the store, which takes it in once there is room. */
      isKeptAside: z.boolean().optional(),
    }),
    access: WARD,
  },
  /** Live sessions that run now, in this window, in another one, or in one that is gone. */
  'sessions.running': { input: z.object({}), output: z.array(runningSessionSchema), access: WARD },
  /**
   * Makes the caller's user responsible for a live session that runs, and the named recorder the one that records it:
   * after a reload, a lost window or a killed program, or when somebody else takes over. What another recorder sends is
   * refused from then on. Refused with "conflict" when the model has another version by now.
   */
  'sessions.goOn': {
    input: sessionId.extend({ recorderId, camera }),
    output: z.object({
      session: sessionSchema,
      /** No batch of this number, or of a higher one, is stored. */
      nextBatch: z.number().int(),
      /** The session's clock at this moment. */
      atMs: z.number(),
    }),
    access: WARD,
  },
  /** The recorder reads another camera from now on; refused with "conflict" where that one has a session already. */
  'sessions.changeCamera': { input: sessionId.extend({ recorderId, camera }), output: z.object({}), access: WARD },
  /** Named by a recorder, it is refused once another one records the session; whoever ends one from outside names none. */
  'sessions.stop': {
    input: sessionId.extend({ durationMs: z.number().min(0), recorderId: z.string().max(64).nullable().default(null) }),
    output: sessionSchema,
    access: WARD,
  },
  /** Live sessions that somebody stopped within the last minute: for so long that can be undone. */
  'sessions.justStopped': {
    input: z.object({}),
    output: z.array(z.object({ session: sessionSchema, leftMs: z.number() })),
    access: WARD,
  },
  /** The session runs again, and waits to be gone on with; the time since it was stopped is a gap. */
  'sessions.undoStop': { input: sessionId, output: runningSessionSchema, access: WARD },
  'sessions.list': {
    input: z.object({}),
    output: z.array(sessionSchema),
    access: ['ward', 'reviewer', 'administrator'],
  },
  /** A page of sessions, newest first. */
  'sessions.page': {
    input: z.object({ ...sessionFilter, page: pageNumber }),
    output: z.object({ sessions: z.array(sessionSchema), total: z.number().int() }),
    access: LISTS,
  },
  /** The ids on all pages, newest first, at most as many as an export takes. */
  'sessions.found': {
    input: z.object(sessionFilter),
    output: z.object({ sessionIds: z.array(z.string()) }),
    access: LISTS,
  },
  /** The names of all who ever began a session. */
  'sessions.starters': { input: z.object({}), output: z.array(z.string()), access: LISTS },
  /** Which share of each session could be read, 0 to 1; a session that is not there is left out. */
  'sessions.coverage': {
    input: z.object({ sessionIds: z.array(z.string()).max(SESSIONS_A_PAGE) }),
    output: z.array(z.object({ sessionId: z.string(), coverage: z.number() })),
    access: LISTS,
  },
  'sessions.timeline': { input: sessionId, output: timelineSchema, access: ['ward', 'reviewer', 'administrator'] },
  /**
   * Marks a session as not of the child under which it stands, or undoes that. It stays in the list with its mark, and is
   * left out of comparisons, of the queue, of reports and exports, of training pictures and of baselines.
   */
  'sessions.setAside': {
    input: sessionId.extend({ reason: z.string().trim().min(1).max(500) }),
    output: sessionSchema,
    access: MAY_SET_ASIDE,
  },
  'sessions.takeBack': { input: sessionId, output: sessionSchema, access: MAY_SET_ASIDE },
  /**
   * Notes the SHA-256 of the video file of a session that was begun without it, since computing it takes as long as reading
   * the file through. Refused with "conflict" where another one is noted.
   */
  'sessions.noteFilm': {
    input: sessionId.extend({ sha256: filmDigestSchema }),
    output: z.object({}),
    access: WARD,
  },
  'sessions.setNotes': {
    input: sessionId.extend({ notes: z.string().max(10_000) }),
    output: z.object({}),
    access: ['ward', 'reviewer', 'administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type Session = z.infer<typeof sessionSchema>;
export type RunningSession = z.infer<typeof runningSessionSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
export type Crop = z.infer<typeof cropSchema>;

export type { Episode, Summary } from '../core/timeline/timeline-schema.ts';

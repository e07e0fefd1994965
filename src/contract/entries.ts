import { z } from 'zod';
import { agreementSchema } from '../core/timeline/timeline-schema.ts';
import type { PlainReason } from '../core/words/failure.ts';
import { annotationSchema, markerSchema, observationSchema } from './emotion-schemas.ts';
import { type MethodSpec, WARD } from './role.ts';

/** Chosen by the window, so that what is sent again because an answer was lost is stored only once. */
const ownId = z.uuid();

export const storedMarkerSchema = markerSchema.extend({ id: z.string(), by: z.string() });

export const storedObservationSchema = z.object({
  id: z.string(),
  atMs: z.number(),
  observation: observationSchema,
  by: z.string(),
  /** When it was written, which may be after the session. */
  writtenAtIso: z.string(),
});

export const storedAnnotationSchema = annotationSchema.extend({
  id: z.string(),
  /** Name of the rater. */
  by: z.string(),
  byId: z.string(),
  writtenAtIso: z.string(),
});

const inSession = z.object({ sessionId: z.string() });
const nothing = z.object({});
const RATERS = ['ward', 'research', 'reviewer', 'administrator'] as const;

/** What people add to a session beside the machine's readings. All can be taken back; the audit log keeps that they were there. */
export const entriesMethods = {
  /** A marker whose id is stored already is not stored again. */
  'sessions.mark': { input: markerSchema.extend({ sessionId: z.string(), id: ownId }), output: nothing, access: WARD },
  /** Ends an interval marker. */
  'sessions.endMarker': {
    input: inSession.extend({ markerId: z.string(), toMs: z.number().min(0) }),
    output: nothing,
    access: WARD,
  },
  'sessions.unmark': { input: inSession.extend({ markerId: z.string() }), output: nothing, access: WARD },
  'sessions.observe': {
    input: inSession.extend({ id: ownId, atMs: z.number().min(0), observation: observationSchema }),
    output: nothing,
    access: ['ward', 'reviewer', 'administrator'],
  },
  'sessions.unobserve': {
    input: inSession.extend({ observationId: z.string() }),
    output: nothing,
    access: ['ward', 'reviewer', 'administrator'],
  },
  /** One rater's annotations of a session do not overlap: "conflict" names the one that is in the way. */
  'annotations.add': {
    input: annotationSchema.extend({ sessionId: z.string(), id: ownId }).refine(({ fromMs, toMs }) => toMs > fromMs, {
      error: 'input.annotation-ends-first' satisfies PlainReason,
      path: ['toMs'],
    }),
    output: nothing,
    access: RATERS,
  },
  /** Only its author may. */
  'annotations.withdraw': {
    input: inSession.extend({ annotationId: z.string() }),
    output: nothing,
    access: RATERS,
  },
  /** Of every pair of the session's raters. */
  'annotations.agreement': { input: inSession, output: z.array(agreementSchema), access: RATERS },
} as const satisfies Record<string, MethodSpec>;

export type { AgreementFigures as Agreement } from '../core/timeline/timeline-schema.ts';

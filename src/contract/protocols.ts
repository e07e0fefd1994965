import { z } from 'zod';
import { MARKER_KINDS } from '../core/emotion/marker.ts';
import { CAUTION_KINDS, type Caution, type Protocol } from '../core/emotion/protocol.ts';
import type { PlainReason } from '../core/words/failure.ts';
import { type MethodSpec, WARD } from './role.ts';

const MOST_MINUTES = 24 * 60;

const expectedMarkerSchema = z
  .object({ kind: z.enum(MARKER_KINDS), name: z.string().trim().max(40) })
  .refine(({ kind, name }) => (kind === 'custom') === (name !== ''), 'input.marker-name' satisfies PlainReason);

const protocolShape = {
  name: z.string().trim().min(1).max(60),
  plannedMinutes: z.number().int().min(1).max(MOST_MINUTES).nullable(),
  flaccEveryMinutes: z.number().int().min(1).max(MOST_MINUTES).nullable(),
  markers: z.array(expectedMarkerSchema).max(12).readonly(),
};

const protocolSchema = z.object(protocolShape) satisfies z.ZodType<Protocol>;

const cautionSchema = z.object({
  kind: z.enum(CAUTION_KINDS),
  note: z.string().trim().max(200),
}) satisfies z.ZodType<Caution>;

/** What a session was to be like, and what was known of its child, as both stood when it began. */
const planSchema = z.object({
  protocol: protocolSchema.nullable(),
  cautions: z.array(cautionSchema).readonly(),
});

const storedProtocolSchema = z.object({ ...protocolShape, id: z.string() });
const storedCautionSchema = cautionSchema.extend({ id: z.string(), sinceIso: z.string(), by: z.string() });

const childId = z.object({ childId: z.string() });

/** Protocols of the site, and cautions of its children. */
export const protocolsMethods = {
  'protocols.list': { input: z.object({}), output: z.array(storedProtocolSchema), access: 'signed-in' },
  /** A new one for a null id. Sessions that have begun keep it as it was. */
  'protocols.save': {
    input: z.object({ ...protocolShape, id: z.string().nullable() }),
    output: z.object({ id: z.string() }),
    access: WARD,
  },
  'protocols.remove': { input: z.object({ protocolId: z.string() }), output: z.object({}), access: WARD },
  /** Those that hold. */
  'cautions.list': { input: childId, output: z.array(storedCautionSchema), access: 'signed-in' },
  'cautions.add': {
    input: childId.extend(cautionSchema.shape).refine(({ kind, note }) => kind !== 'other' || note !== '', {
      path: ['note'],
      error: 'input.caution-note' satisfies PlainReason,
    }),
    output: z.object({ id: z.string() }),
    access: WARD,
  },
  /** It holds no more; sessions that have begun keep it. */
  'cautions.end': {
    input: z.object({ childId: z.string(), cautionId: z.string() }),
    output: z.object({}),
    access: WARD,
  },
  /** Of a session, as both stood when it began. */
  'sessions.plan': {
    input: z.object({ sessionId: z.string() }),
    output: planSchema,
    access: ['ward', 'reviewer', 'administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type StoredProtocol = z.infer<typeof storedProtocolSchema>;

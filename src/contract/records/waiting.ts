import { z } from 'zod';
import { gapSchema, sampleSchema } from '../emotion-schemas.ts';
import { type MethodSpec, WARD } from '../role.ts';
import { cropSchema } from '../sessions.ts';

/** What may wait of what staff entered: calls that the store has not answered, in their order. */
export const WAITING_ENTRIES = [
  'sessions.mark',
  'sessions.endMarker',
  'sessions.unmark',
  'sessions.observe',
  'sessions.unobserve',
] as const;

/** Readings, gaps and pictures of one stretch, or entries. */
export const waitingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('readings'),
    samples: z.array(sampleSchema).max(1000),
    gaps: z.array(gapSchema).max(1000),
    crops: z.array(cropSchema).max(60),
    /** The session's clock at their end. */
    atMs: z.number().min(0),
  }),
  z.object({
    kind: z.literal('entries'),
    /** Inputs are what the calls' own contract says; that is asked when they are taken in. */
    calls: z.array(z.object({ name: z.enum(WAITING_ENTRIES), input: z.unknown() })).max(1000),
  }),
]);

/** What waits in a window because the store takes nothing: out of it into a file, and from a file into the store. */
export const waitingMethods = {
  /**
   * Seals what waits of a session under the site's key. Nothing is written: it works while the store cannot be.
   *
   * @returns A piece of a file; a file is its pieces one after the other.
   */
  'sessions.sealWaiting': {
    input: z.object({ sessionId: z.string(), waiting: waitingSchema }),
    output: z.object({ piece: z.instanceof(Uint8Array) }),
    access: WARD,
  },
  /**
   * Stores what such a piece holds and the store does not. The session is made again where this store, put back from a
   * backup, has never heard of it; refused with "conflict" while a window still records it.
   */
  'sessions.takeWaiting': {
    input: z.object({ piece: z.instanceof(Uint8Array) }),
    output: z.object({
      sessionId: z.string(),
      childCode: z.string(),
      /** What was not there yet. */
      samples: z.number().int(),
      entries: z.number().int(),
    }),
    access: WARD,
  },
} as const satisfies Record<string, MethodSpec>;

export type Waiting = z.infer<typeof waitingSchema>;

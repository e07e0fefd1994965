import { z } from 'zod';
import { REACHES } from '../../core/lsl/reach.ts';
import type { PlainReason } from '../../core/words/failure.ts';
import { type MethodSpec, WARD } from '../role.ts';

/** The name of another program's stream; ours begin otherwise. */
const streamNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((name) => !/^faceward /i.test(name), 'input.lsl-own-stream' satisfies PlainReason);

export const lslSettingSchema = z.object({
  isOn: z.boolean(),
  reach: z.enum(REACHES),
  /** Name of another program's text stream, whose markers become the session's; null for none. */
  markersFrom: streamNameSchema.nullable(),
});

/** The streams of one session. */
export const sessionStreamsSchema = z.object({
  sessionId: z.string(),
  /** Random, of this session only: the end of its streams' source ids. */
  name: z.string(),
  state: z.enum(['opening', 'open', 'failed']),
  reach: z.enum(REACHES),
  /** Whether anybody receives them now. */
  hasReceivers: z.boolean(),
  /** The stream that markers are taken from; null for none. */
  markersFrom: z.object({ name: z.string(), isThere: z.boolean(), count: z.number().int() }).nullable(),
});

/** Streams for other devices by the Lab Streaming Layer (LSL): off until an administrator turns them on. */
export const lslMethods = {
  'lsl.setting': {
    input: z.object({}),
    output: lslSettingSchema.extend({
      /** Whether liblsl is installed on this machine. */
      isInstalled: z.boolean(),
    }),
    access: 'signed-in',
  },
  /** Streams that are open are closed, and open again as it says now. */
  'lsl.set': { input: lslSettingSchema, output: z.object({}), access: ['administrator'] },
  /** What leaves this machine now. */
  'lsl.open': { input: z.object({}), output: z.array(sessionStreamsSchema), access: WARD },
} as const satisfies Record<string, MethodSpec>;

export type LslSetting = z.output<typeof lslSettingSchema>;
export type SessionStreams = z.output<typeof sessionStreamsSchema>;

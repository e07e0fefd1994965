import { z } from 'zod';
import { ENGINE_NAMES } from '../core/engine/engine.ts';
import { storedFailureSchema } from './error.ts';
import { type MethodSpec, RESEARCH } from './role.ts';

const engineSchema = z.object({
  name: z.enum(ENGINE_NAMES),
  /** works: its gradients were right. not-here: `why` says it. not-looked-at: no run has begun on this machine yet. */
  state: z.enum(['works', 'not-here', 'not-looked-at']),
  /** What it computes on; null where it does not. A sentence is of an earlier version. */
  device: z.union([storedFailureSchema, z.string()]).nullable(),
  /** Training images of the standard net, by all its workers. */
  imagesPerSecond: z.number().nullable(),
  /** Largest error of a gradient against the cpu backend, relative. */
  gradientError: z.number().nullable(),
  why: storedFailureSchema.nullable(),
  lookedAtIso: z.string().nullable(),
});

export type EngineFacts = z.infer<typeof engineSchema>;

/** What trainings can compute on. */
export const enginesMethods = {
  /** As this machine's engines were when a run, or `faceward doctor`, last looked at them. */
  'engines.list': {
    input: z.object({}),
    output: z.object({
      engines: z.array(engineSchema),
      /** The one that a run takes when nobody chooses; null where none has been looked at. */
      preferred: z.enum(ENGINE_NAMES).nullable(),
    }),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

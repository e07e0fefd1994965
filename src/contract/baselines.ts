import { z } from 'zod';
import { type MethodSpec, WARD } from './role.ts';

/** A child's own neutral: the mean reading of some thirty seconds of rest. A later one is a new version, never a change. */
export const baselineSchema = z.object({
  id: z.string(),
  childId: z.string(),
  /** 1, 2, 3, ... for the child. */
  version: z.number().int(),
  sessionId: z.string(),
  /** Readings of another model cannot be compared with it. */
  modelId: z.string(),
  modelVersion: z.string(),
  /** The stretch of rest within the session. */
  fromMs: z.number(),
  toMs: z.number(),
  sampleCount: z.number().int(),
  /** Mean of the stretch's calibrated probabilities, [7]. */
  probabilities: z.array(z.number()),
  note: z.string(),
  recordedAtIso: z.string(),
  recordedBy: z.string(),
  /** At most one of a child's is shown beside its readings; none unless somebody switches it on. */
  isActive: z.boolean(),
});

/** Personal baselines, kept while the consent "keep-baseline" holds and deleted with its withdrawal. */
export const baselinesMethods = {
  'baselines.list': { input: z.object({ childId: z.string() }), output: z.array(baselineSchema), access: 'signed-in' },
  /**
   * Takes a stretch of a session's stored readings as the child's rest. Refused with "no-consent" without consent, with
   * "conflict" when the stretch holds less than 10 s of readings. Becomes active only when asked.
   */
  'baselines.record': {
    input: z.object({
      id: z.uuid(),
      sessionId: z.string(),
      fromMs: z.number().min(0),
      toMs: z.number().min(0),
      note: z.string().trim().max(500),
    }),
    output: baselineSchema,
    access: WARD,
  },
  'baselines.edit': {
    input: z.object({ baselineId: z.string(), note: z.string().trim().max(500) }),
    output: baselineSchema,
    access: WARD,
  },
  /** Null switches the child's baseline off. */
  'baselines.activate': {
    input: z.object({ childId: z.string(), baselineId: z.string().nullable() }),
    output: z.object({}),
    access: WARD,
  },
  'baselines.remove': { input: z.object({ baselineId: z.string() }), output: z.object({}), access: WARD },
} as const satisfies Record<string, MethodSpec>;

export type Baseline = z.infer<typeof baselineSchema>;

import { z } from 'zod';
import { type MethodSpec, RESEARCH } from './role.ts';

/** Moments in which the model doubted, as images to name. */
export const momentsMethods = {
  /** The dataset that they lie in; null before somebody asked for one. */
  'moments.dataset': {
    input: z.object({}),
    output: z.object({ datasetId: z.string(), images: z.number().int() }).nullable(),
    access: RESEARCH,
  },
  /** Brings them into the wall, and from now on after every session. */
  'moments.bring': {
    input: z.object({ name: z.string().trim().min(1).max(80) }),
    output: z.object({
      datasetId: z.string(),
      images: z.number().int(),
      /** Moments with a picture whose child's consent does not cover training, or pictures, today. */
      noConsent: z.number().int(),
    }),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

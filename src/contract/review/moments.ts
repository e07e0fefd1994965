import { z } from 'zod';
import { keptDatasetSchema, labNameSchema } from '../lab-schemas.ts';
import { type MethodSpec, RESEARCH } from '../role.ts';

/** Moments in which the model doubted, as images to name. */
export const momentsMethods = {
  /** The dataset that they lie in; null before somebody asked for one. */
  'moments.dataset': {
    input: z.object({}),
    output: keptDatasetSchema.nullable(),
    access: RESEARCH,
  },
  /** Brings them into the wall, and from now on after every session. */
  'moments.bring': {
    input: z.object({ name: labNameSchema }),
    output: keptDatasetSchema.extend({
      /** Moments with a picture whose child's consent does not cover training, or pictures, today. */
      noConsent: z.number().int(),
    }),
    access: RESEARCH,
  },
} as const satisfies Record<string, MethodSpec>;

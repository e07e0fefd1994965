import { z } from 'zod';
import { storedFailureSchema } from '../error.ts';
import { ofModel } from '../lab-schemas.ts';
import { type MethodSpec, RESEARCH } from '../role.ts';

/** A comparison with the model in use that is being made again, or that came to nothing. */
export const comparisonRunSchema = z.object({
  modelId: z.string(),
  /** The model in use that it is compared with. */
  referenceId: z.string(),
  state: z.enum(['running', 'failed']),
  /** Test images whose faces have been found. */
  done: z.number().int(),
  /** Of how many; null until that is known. */
  total: z.number().int().nullable(),
  /** Why it came to nothing. */
  failure: storedFailureSchema.nullable(),
});

/** Comparing a candidate again, on the test images of its own training, when another model is in use than was then. */
export const comparisonsMethods = {
  'comparisons.list': { input: z.object({}), output: z.array(comparisonRunSchema), access: RESEARCH },
  /** Counts as a look at the test images. What it finds takes the place of the comparison on the model's record. */
  'comparisons.start': { input: ofModel, output: z.object({}), access: RESEARCH },
  'comparisons.stop': { input: ofModel, output: z.object({}), access: RESEARCH },
} as const satisfies Record<string, MethodSpec>;

export type ComparisonRun = z.infer<typeof comparisonRunSchema>;

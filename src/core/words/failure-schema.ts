import { z } from 'zod';
import { type Failure, REASONS } from './failure.ts';

/** What every failure is made of, where it is checked. */
export const failureShape = {
  reason: z.enum(REASONS),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()).readonly()])),
};

/** A failure as plain data, of this version of the program. */
export const failureSchema = z.object(failureShape) satisfies z.ZodType<Failure>;

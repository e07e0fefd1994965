import { z } from 'zod';
import type { MethodSpec } from '../role.ts';

/** Whole months; null for never. */
const monthsSchema = z.number().int().min(1).max(1200).nullable();

const rulesSchema = z.object({
  /** Sessions, from when they began, with all that stands of them. */
  readingsMonths: monthsSchema,
  /** Exports that are kept in the store. */
  exportsMonths: monthsSchema,
});

/** What a site erases by itself after some months. */
export const retentionMethods = {
  'erasures.rules': {
    input: z.object({}),
    output: rulesSchema.extend({
      /** What the rules took when they last took something; null before. */
      lastRun: z.object({ atIso: z.string(), sessions: z.number().int(), exports: z.number().int() }).nullable(),
    }),
    access: ['administrator'],
  },
  /** What such rules would take at this moment. */
  'erasures.rulesAhead': {
    input: rulesSchema,
    output: z.object({ sessions: z.number().int(), readings: z.number().int(), exports: z.number().int() }),
    access: ['administrator'],
  },
  /** Erases from now on, and first what is old already. */
  'erasures.setRules': {
    input: rulesSchema.extend({ password: z.string().max(200) }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

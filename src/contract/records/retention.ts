import { z } from 'zod';
import { RETENTION_KINDS } from '../../core/store/retention/retention-kinds.ts';
import type { MethodSpec } from '../role.ts';

/** Whole months; null for never. */
const monthsSchema = z.number().int().min(1).max(1200).nullable();

const rulesSchema = z.object({
  /** Sessions, from when they began, with all that stands of them. */
  readingsMonths: monthsSchema,
  /** Kept pictures, from when their sessions began. */
  picturesMonths: monthsSchema,
  /** Exports that are kept in the store. */
  exportsMonths: monthsSchema,
  /** Entries of the audit log: a year at least. */
  auditMonths: z.number().int().min(12).max(1200).nullable(),
});

/** Without the pictures and videos of sessions that go themselves. */
const takenSchema = z.object({
  sessions: z.number().int(),
  pictures: z.number().int(),
  videos: z.number().int(),
  exports: z.number().int(),
  /** Entries of the audit log. */
  audit: z.number().int(),
});

/** What each rule took when it last took something; null before. */
const lastTakenSchema = z.record(
  z.enum(RETENTION_KINDS),
  z.object({ atIso: z.string(), count: z.number().int() }).nullable(),
);

/** What a site erases by itself after some months. */
export const retentionMethods = {
  'erasures.rules': {
    input: z.object({}),
    /** `videoDays`: for how many days videos are kept, which `videos.setSetting` says. */
    output: rulesSchema.extend({ videoDays: z.number().int(), lastTaken: lastTakenSchema }),
    access: ['administrator'],
  },
  /** What such rules would take at this moment. */
  'erasures.rulesAhead': {
    input: rulesSchema,
    output: takenSchema.extend({ readings: z.number().int() }),
    access: ['administrator'],
  },
  /** What the site's rules take within the next days, a day each, and what they last took. */
  'erasures.comingByRule': {
    input: z.object({}),
    output: z.object({
      /** How many days after today are looked at. */
      withinDays: z.number().int(),
      /** Only days on which something goes, yyyy-mm-dd. */
      days: z.array(takenSchema.extend({ date: z.string() })),
      lastTaken: lastTakenSchema,
    }),
    access: ['administrator'],
  },
  /** Erases from now on, and first what is old already. */
  'erasures.setRules': {
    input: rulesSchema.extend({ password: z.string().max(200) }),
    output: z.object({}),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

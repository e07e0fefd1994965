import { z } from 'zod';
import { storedFailureSchema } from '../error.ts';
import type { MethodSpec } from '../role.ts';

/** A backup that was made, and what it was checked for. */
const backupSchema = z.object({
  file: z.string(),
  bytes: z.number().int(),
  madeAtIso: z.string(),
  /** The store, the keys and every model, dataset and study. */
  files: z.number().int(),
  /** Of the store: tables, all their rows, entries of the audit log. */
  tables: z.number().int(),
  rows: z.number().int(),
  entries: z.number().int(),
});

/** Where backups are made by themselves, how often, and how many are kept. */
export const backupPlanSchema = z.object({
  folder: z.string().trim().min(1).max(2000),
  everyHours: z.number().int().min(1).max(720),
  keep: z.number().int().min(2).max(100),
});

/** What became of the last try that failed; null when the last one did not. */
const failureSchema = z.object({ atIso: z.string(), why: storedFailureSchema });

export const backupStateSchema = z.object({
  lastMade: backupSchema.nullable(),
  lastFailure: failureSchema.nullable(),
});

/** Copies of all that the site keeps, each one file, encrypted, with the keys of the site's people. */
export const backupsMethods = {
  /** Made while the site is in use; read again and checked before it has its name. Never over a file. */
  'backups.make': {
    input: z.object({ file: z.string().min(1).max(4096) }),
    output: backupSchema,
    access: ['administrator'],
  },
  'backups.get': {
    input: z.object({}),
    output: backupStateSchema.extend({
      plan: backupPlanSchema.nullable(),
      isUnderWay: z.boolean(),
      /** When the next is due; null without a plan. It is made while somebody is signed in and no session runs. */
      nextAtIso: z.string().nullable(),
    }),
    access: ['administrator'],
  },
  /** Without a folder backups are made by hand only. */
  'backups.setPlan': {
    input: backupPlanSchema.extend({ folder: backupPlanSchema.shape.folder.nullable() }),
    output: z.object({}),
    access: ['administrator'],
  },
  /** One into the folder of the plan, now. */
  'backups.makeNow': { input: z.object({}), output: backupSchema, access: ['administrator'] },
} as const satisfies Record<string, MethodSpec>;

export type Backup = z.infer<typeof backupSchema>;
export type BackupPlan = z.infer<typeof backupPlanSchema>;
export type BackupState = z.infer<typeof backupStateSchema>;

import { z } from 'zod';
import { readSetting, writeSetting } from '../../../core/store/settings.node.ts';
import type { ReadableDb, WritableDb } from '../../../core/store/store.node.ts';

/** That the data key is to be changed stands in the store until it was: a program that ends meanwhile goes on with it. */

const DUE = 'rekey-due';
const LAST = 'rekeyed-at';

const dueSchema = z.object({
  sinceIso: z.string(),
  by: z.string(),
  why: z.enum(['user-removed', 'asked', 'this-computer']),
  /** Whoever asked has been told whom it leaves out. */
  leavesOut: z.boolean(),
});

export type RekeyDue = z.infer<typeof dueSchema>;

export function readRekeyDue(db: ReadableDb): RekeyDue | null {
  return dueSchema.nullable().parse(readSetting(db, DUE));
}

/** Within the transaction of what makes it due. */
export function makeRekeyDue(db: WritableDb, due: RekeyDue): void {
  writeSetting(db, DUE, due);
}

export function noteRekeyed(db: WritableDb, now: Date): void {
  writeSetting(db, DUE, null);
  writeSetting(db, LAST, now.toISOString());
}

export function lastRekeyedAt(db: ReadableDb): string | null {
  return z.string().nullable().parse(readSetting(db, LAST));
}

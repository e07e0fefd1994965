import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import type { RetentionKind } from './retention-kinds.ts';

/** What a rule took when it last took something. */
export interface Taken {
  readonly atIso: string;
  readonly count: number;
}

/** Null for what has never taken anything. */
export type LastTaken = Readonly<Record<RetentionKind, Taken | null>>;

const LAST_TAKEN = 'retention-last-taken';

/** Where earlier versions kept the same of sessions and exports together. */
const LAST_RUN = 'retention-last-run';

/** What is taken within an hour counts as one: a long list goes in several minutes' turns. */
const SAME_MS = 3_600_000;

export function readLastTaken(db: ReadableDb): LastTaken {
  const before = readSetting(db, LAST_RUN) as { atIso: string; sessions: number; exports: number } | null;
  const ofBefore = (count: number | undefined): Taken | null =>
    before && count ? { atIso: before.atIso, count } : null;
  return {
    sessions: ofBefore(before?.sessions),
    pictures: null,
    videos: null,
    exports: ofBefore(before?.exports),
    audit: null,
    ...(readSetting(db, LAST_TAKEN) as Partial<LastTaken> | null),
  };
}

/** Nothing where nothing was taken. */
export function noteTaken(db: WritableDb, kind: RetentionKind, { count, now }: { count: number; now: Date }): void {
  if (count === 0) return;
  const all = readLastTaken(db);
  const last = all[kind];
  const isSame = last !== null && Math.abs(now.getTime() - Date.parse(last.atIso)) < SAME_MS;
  writeSetting(db, LAST_TAKEN, {
    ...all,
    [kind]: { atIso: now.toISOString(), count: count + (isSame ? last.count : 0) },
  } satisfies LastTaken);
}

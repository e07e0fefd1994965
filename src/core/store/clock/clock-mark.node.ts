import { z } from 'zod';
import { readAuditHead } from '../../security/audit-head.node.ts';
import { lastAuditEntry } from '../audit.node.ts';
import { readSetting, writeSetting } from '../settings.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

const SETTING = 'clock-mark';

const markSchema = z.object({
  /** The newest moment at which the clock was right. */
  knownIso: z.string(),
  /** How the clock is in doubt; null while it is not. */
  doubt: z.enum(['ahead', 'behind']).nullable(),
});

/** What a store remembers of the clock. */
type ClockMark = z.infer<typeof markSchema>;

/** @returns Null in a store that was written by versions that keep none. */
export function readClockMark(db: ReadableDb): ClockMark | null {
  const stored = readSetting(db, SETTING);
  return stored === null ? null : markSchema.parse(stored);
}

export function writeClockMark(db: WritableDb, mark: ClockMark): void {
  writeSetting(db, SETTING, mark);
}

/**
 * The newest moment that is on record: of the store's own mark, of its last entry, and of the signed head beside it, which is
 * ahead of a store that was put back. While the clock is in doubt, entries bear its times, so that only the mark counts.
 *
 * To be asked before anything of today is added to the log.
 *
 * @param headText What stands in the file beside the store; null where there is none.
 * @param ownKey The site's public key as in a head; null for a site that has none yet.
 * @returns Milliseconds since 1970; null in an empty store.
 */
export function newestKnownMs(
  db: ReadableDb,
  { headText, ownKey }: { readonly headText: string | null; readonly ownKey: string | null },
): number | null {
  const mark = readClockMark(db);
  if (mark?.doubt) return Date.parse(mark.knownIso);
  const kept = headText === null ? null : readAuditHead(headText);
  const isOwn = kept !== null && ownKey !== null && kept.key.text === ownKey;
  const moments = [mark?.knownIso, lastAuditEntry(db)?.atIso, isOwn ? kept.head.atIso : undefined]
    .flatMap((iso) => (iso === undefined ? [] : [Date.parse(iso)]))
    .filter(Number.isFinite);
  return moments.length === 0 ? null : Math.max(...moments);
}

import { assertOneChanged } from '../assert-changed.node.ts';
import { PICTURES_HIDDEN } from '../people/doubted-consents.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

/** A kept grey picture of the child's face, row-major. */
export interface Crop {
  readonly atMs: number;
  readonly grey: Uint8Array;
}

/** A picture further away than this does not show the moment any more. */
export const NEAR_MS = 2000;

/** Within the transaction of the batch that they came with. One of the same moment takes the other's place. */
export function insertCrops(db: WritableDb, sessionKey: number, crops: readonly Crop[]): void {
  const insert = db.prepare('INSERT OR REPLACE INTO crops (session_key, at_ms, grey) VALUES (?, ?, ?)');
  for (const { atMs, grey } of crops) assertOneChanged(insert.run(sessionKey, atMs, grey), 'keeping a picture');
}

/** The picture nearest to a moment, at most two seconds away. None while the consent to keep it is in doubt. */
export function nearestCrop(db: ReadableDb, sessionId: string, atMs: number): Crop | null {
  const row = db
    .prepare<{ sessionId: string; atMs: number; nearMs: number }, Crop>(
      `SELECT at_ms AS atMs, grey FROM crops
       WHERE session_key = (SELECT key FROM sessions WHERE id = @sessionId AND NOT ${PICTURES_HIDDEN})
         AND at_ms BETWEEN @atMs - @nearMs AND @atMs + @nearMs
       ORDER BY abs(at_ms - @atMs), at_ms LIMIT 1`,
    )
    .get({ sessionId, atMs, nearMs: NEAR_MS });
  return row ? { atMs: row.atMs, grey: Uint8Array.from(row.grey) } : null;
}

/** When the kept pictures of a session are of, in order. */
export function cropTimes(db: ReadableDb, sessionId: string): number[] {
  return db
    .prepare<[string], number>(
      `SELECT at_ms FROM crops
       WHERE session_key = (SELECT key FROM sessions WHERE id = ? AND NOT ${PICTURES_HIDDEN}) ORDER BY at_ms`,
    )
    .pluck()
    .all(sessionId);
}

/** Deletes all pictures of a child. */
export function removeCropsOf(db: WritableDb, childId: string): void {
  db.prepare('DELETE FROM crops WHERE session_key IN (SELECT key FROM sessions WHERE child_id = ?)').run(childId);
}

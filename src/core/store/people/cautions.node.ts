import { randomUUID } from 'node:crypto';
import type { Caution } from '../../emotion/protocol.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';

export interface StoredCaution extends Caution {
  readonly id: string;
  readonly sinceIso: string;
  /** Name of who wrote it. */
  readonly by: string;
}

/** Those that hold, oldest first. */
export function listCautions(db: ReadableDb, childId: string): StoredCaution[] {
  return db
    .prepare<[string], StoredCaution>(
      `SELECT cautions.id, kind, note, since_at AS sinceIso, users.name AS by
       FROM cautions JOIN users ON users.id = by_user
       WHERE child_id = ? AND ended_at IS NULL ORDER BY since_at, cautions.rowid`,
    )
    .all(childId);
}

/**
 * @param by Id of the user.
 * @returns Its id.
 */
export function addCaution(
  db: WritableDb,
  { childId, kind, note, by, now }: Caution & { readonly childId: string; readonly by: string; readonly now: Date },
): string {
  const id = randomUUID();
  const result = db
    .prepare('INSERT INTO cautions (id, child_id, kind, note, by_user, since_at) VALUES (?, ?, ?, ?, ?, ?)')
    .run(id, childId, kind, note, by, now.toISOString());
  assertOneChanged(result, 'adding a caution');
  return id;
}

/** It holds no more; sessions that have begun keep it. */
export function endCaution(
  db: WritableDb,
  { cautionId, now }: { cautionId: string; now: Date },
): { kind: 'ended' } | { kind: 'not-found' } {
  const { changes } = db
    .prepare('UPDATE cautions SET ended_at = ? WHERE id = ? AND ended_at IS NULL')
    .run(now.toISOString(), cautionId);
  return changes === 1 ? { kind: 'ended' } : { kind: 'not-found' };
}

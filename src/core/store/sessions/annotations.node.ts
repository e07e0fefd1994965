import type { Annotation } from '../../emotion/annotation.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

export interface StoredAnnotation extends Annotation {
  readonly id: string;
  /** Name of the rater. */
  readonly by: string;
  readonly byId: string;
  readonly writtenAtIso: string;
}

/**
 * Keeps what a rater says an interval was, beside the machine's readings.
 *
 * @returns `repeated` when one of this id is stored already; `overlaps` with the rater's own that is in the way. Nothing
 *   is stored then.
 */
export function addAnnotation(
  db: WritableDb,
  added: Omit<StoredAnnotation, 'by' | 'writtenAtIso'> & { readonly sessionId: string; readonly now: Date },
): { kind: 'added' | 'repeated' | 'not-found' } | { kind: 'overlaps'; annotation: StoredAnnotation } {
  return inTransaction(db, () => {
    const key = sessionKey(db, added.sessionId);
    if (key === undefined) return { kind: 'not-found' };
    if (db.prepare('SELECT 1 FROM annotations WHERE id = ?').get(added.id)) return { kind: 'repeated' };
    const annotation = readAnnotations(db, added.sessionId).find(
      ({ byId, fromMs, toMs }) => byId === added.byId && fromMs < added.toMs && added.fromMs < toMs,
    );
    if (annotation) return { kind: 'overlaps', annotation };
    db.prepare(
      `INSERT INTO annotations (id, session_key, from_ms, to_ms, label, note, by_user, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(added.id, key, added.fromMs, added.toMs, added.label, added.note, added.byId, added.now.toISOString());
    return { kind: 'added' };
  });
}

/** Takes back an annotation, if `byId` wrote it. */
export function removeAnnotation(
  db: WritableDb,
  { sessionId, annotationId, byId }: { sessionId: string; annotationId: string; byId: string },
): { kind: 'removed' } | { kind: 'not-found' } | { kind: 'of-another'; by: string } {
  return inTransaction(db, () => {
    const found = readAnnotations(db, sessionId).find(({ id }) => id === annotationId);
    if (!found) return { kind: 'not-found' };
    if (found.byId !== byId) return { kind: 'of-another', by: found.by };
    db.prepare('DELETE FROM annotations WHERE id = ?').run(annotationId);
    return { kind: 'removed' };
  });
}

/** A session's annotations of all raters in the order of time. */
export function readAnnotations(db: ReadableDb, sessionId: string): StoredAnnotation[] {
  return db
    .prepare<[string], StoredAnnotation>(
      `SELECT annotations.id, from_ms AS fromMs, to_ms AS toMs, label, note, users.name AS by, users.id AS byId,
              written_at AS writtenAtIso
       FROM annotations
       JOIN users ON users.id = annotations.by_user
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)
       ORDER BY from_ms, annotations.rowid`,
    )
    .all(sessionId);
}

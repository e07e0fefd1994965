import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import type { Batch } from './samples.node.ts';
import { writeBatch } from './samples.node.ts';
import { nextBatchNumber, type Session, sessionKey } from './sessions.node.ts';

/**
 * Makes a session of which this store has never heard, with its own id and nothing in it; it stands as recovered. One
 * that was here and is not any more was erased, and is not made again.
 *
 * @returns `unknown` where the child, the model or who began it is not in this store.
 */
export function putBackSession(db: WritableDb, session: Session): 'there' | 'made' | 'erased' | 'unknown' {
  return inTransaction(db, () => {
    if (sessionKey(db, session.id) !== undefined) return 'there';
    if (wasHere(db, session.id)) return 'erased';
    const { changes } = db
      .prepare(
        `INSERT INTO sessions (id, child_id, model_id, model_version, source, keeps_crops, started_at, started_by, state)
         SELECT @id, children.id, models.id, @modelVersion, @source, @keepsCrops, @startedAtIso, users.id, 'recovered'
         FROM children, models, users WHERE children.id = @childId AND models.id = @modelId AND users.name = @startedBy`,
      )
      .run({ ...only(session), keepsCrops: Number(session.keepsCrops) });
    return changes === 1 ? 'made' : 'unknown';
  });
}

function only({ id, childId, modelId, modelVersion, source, startedAtIso, startedBy }: Session) {
  return { id, childId, modelId, modelVersion, source, startedAtIso, startedBy };
}

function wasHere(db: ReadableDb, sessionId: string): boolean {
  return (
    db
      .prepare(
        `SELECT 1 FROM audit WHERE action = 'sessions.start' AND subject = @sessionId
         UNION ALL
         -- The log's beginning may have gone by rule: what was erased is told by its receipt.
         SELECT 1 FROM erasures WHERE instr(receipt_json, @sessionId) > 0 LIMIT 1`,
      )
      .get({ sessionId }) !== undefined
  );
}

/**
 * Adds to a session, whatever its state, what it does not hold yet of a stretch that never arrived: a sample, a gap or a
 * picture that is there is not added again.
 *
 * @returns How many samples were added; null for a session that is not there.
 */
export function addMissing(db: WritableDb, late: Omit<Batch, 'batch'>): number | null {
  return inTransaction(db, () => {
    const key = sessionKey(db, late.sessionId);
    if (key === undefined) return null;
    const has = (sql: string) => {
      const find = db.prepare(sql);
      return (...values: (number | string)[]) => find.get(key, ...values) !== undefined;
    };
    const hasSample = has('SELECT 1 FROM samples WHERE session_key = ? AND at_ms = ?');
    const hasGap = has('SELECT 1 FROM gaps WHERE session_key = ? AND from_ms = ? AND to_ms = ? AND reason = ?');
    const hasCrop = has('SELECT 1 FROM crops WHERE session_key = ? AND at_ms = ?');
    const missing: Batch = {
      sessionId: late.sessionId,
      batch: nextBatchNumber(db, late.sessionId),
      atMs: late.atMs,
      samples: late.samples.filter(({ atMs }) => !hasSample(atMs)),
      gaps: late.gaps.filter(({ fromMs, toMs, reason }) => !hasGap(fromMs, toMs, reason)),
      crops: (late.crops ?? []).filter(({ atMs }) => !hasCrop(atMs)),
    };
    db.prepare('INSERT INTO batches (session_key, batch, at_ms) VALUES (?, ?, ?)').run(key, missing.batch, late.atMs);
    writeBatch(db, key, missing);
    // What was worked out of it is worked out anew.
    db.prepare('DELETE FROM summaries WHERE session_key = ?').run(key);
    return missing.samples.length;
  });
}

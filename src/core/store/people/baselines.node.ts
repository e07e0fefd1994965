import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** A child's own neutral: the mean reading of a stretch of rest. */
export interface StoredBaseline {
  readonly id: string;
  readonly childId: string;
  /** 1, 2, 3, ... for the child. */
  readonly version: number;
  readonly sessionId: string;
  readonly modelId: string;
  readonly modelVersion: string;
  readonly fromMs: number;
  readonly toMs: number;
  readonly sampleCount: number;
  /** Mean calibrated probabilities, [7]. */
  readonly probabilities: number[];
  readonly note: string;
  readonly recordedAtIso: string;
  /** Name of who recorded it. */
  readonly recordedBy: string;
  readonly isActive: boolean;
}

const SELECT = `
  SELECT baselines.id, baselines.child_id AS childId, version, sessions.id AS sessionId,
         baselines.model_id AS modelId, baselines.model_version AS modelVersion, from_ms AS fromMs, to_ms AS toMs,
         baselines.sample_count AS sampleCount, probabilities_json AS json, note, recorded_at AS recordedAtIso,
         users.name AS recordedBy, is_active AS isActive
  FROM baselines
  JOIN sessions ON sessions.key = baselines.session_key
  JOIN users ON users.id = baselines.by_user`;

/** Newest first. */
export function listBaselines(db: ReadableDb, childId: string): StoredBaseline[] {
  return db
    .prepare<[string], BaselineRow>(`${SELECT} WHERE baselines.child_id = ? ORDER BY version DESC`)
    .all(childId)
    .map(baselineOf);
}

export function findBaseline(db: ReadableDb, baselineId: string): StoredBaseline | null {
  const row = db.prepare<[string], BaselineRow>(`${SELECT} WHERE baselines.id = ?`).get(baselineId);
  return row ? baselineOf(row) : null;
}

/**
 * Keeps a baseline as the child's next version, switched off. Who calls has asked for the consent.
 *
 * @param recordedBy Id of the user.
 * @throws Error if the session is not there.
 */
export function addBaseline(
  db: WritableDb,
  { now, ...added }: Omit<StoredBaseline, 'version' | 'isActive' | 'recordedAtIso'> & { readonly now: Date },
): StoredBaseline {
  return inTransaction(db, () => {
    // Counted apart from the baselines: a number that was removed is never given to another.
    const version = db
      .prepare<[string], number>(
        'UPDATE children SET baseline_versions = baseline_versions + 1 WHERE id = ? RETURNING baseline_versions',
      )
      .pluck()
      .get(added.childId);
    const result = db
      .prepare(
        `INSERT INTO baselines (id, child_id, version, session_key, model_id, model_version, from_ms, to_ms,
                                sample_count, probabilities_json, note, recorded_at, by_user)
         SELECT @id, @childId, @version, key,
                @modelId, @modelVersion, @fromMs, @toMs, @sampleCount, @json, @note, @recordedAtIso, @recordedBy
         FROM sessions WHERE id = @sessionId`,
      )
      .run({ ...added, version, json: JSON.stringify(added.probabilities), recordedAtIso: now.toISOString() });
    assertOneChanged(result, 'keeping a baseline');
    return findBaseline(db, added.id)!;
  });
}

export function setBaselineNote(db: WritableDb, baselineId: string, note: string): StoredBaseline | null {
  db.prepare('UPDATE baselines SET note = ? WHERE id = ?').run(note, baselineId);
  return findBaseline(db, baselineId);
}

/**
 * Switches one of a child's baselines on and all others off.
 *
 * @param baselineId Null switches all off.
 */
export function activateBaseline(
  db: WritableDb,
  { childId, baselineId }: { childId: string; baselineId: string | null },
): { kind: 'activated' } | { kind: 'not-found' } {
  return inTransaction(db, () => {
    if (baselineId !== null && findBaseline(db, baselineId)?.childId !== childId) return { kind: 'not-found' };
    db.prepare('UPDATE baselines SET is_active = 0 WHERE child_id = ?').run(childId);
    if (baselineId !== null) db.prepare('UPDATE baselines SET is_active = 1 WHERE id = ?').run(baselineId);
    return { kind: 'activated' };
  });
}

export function removeBaseline(db: WritableDb, baselineId: string): { kind: 'removed' } | { kind: 'not-found' } {
  const { changes } = db.prepare('DELETE FROM baselines WHERE id = ?').run(baselineId);
  return { kind: changes === 1 ? 'removed' : 'not-found' };
}

/** Deletes all baselines of a child. */
export function removeBaselinesOf(db: WritableDb, childId: string): void {
  db.prepare('DELETE FROM baselines WHERE child_id = ?').run(childId);
}

type BaselineRow = Omit<StoredBaseline, 'probabilities' | 'isActive'> & { json: string; isActive: number };

function baselineOf({ json, isActive, ...row }: BaselineRow): StoredBaseline {
  return { ...row, probabilities: JSON.parse(json) as number[], isActive: isActive === 1 };
}

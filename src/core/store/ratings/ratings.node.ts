import type { AnnotationLabel } from '../../emotion/annotation.ts';
import type { Emotion } from '../../emotion/emotion.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { Crop } from '../sessions/crops.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { STANDS } from './rating-tasks.node.ts';

/** What a rater is shown: pictures, and nothing that tells of whom, from when, or what anybody said of it. */
export interface BlindStretch {
  readonly id: string;
  readonly lengthMs: number;
  /** In the order of time, from the beginning of the stretch. */
  readonly pictures: readonly Crop[];
}

/** Of one rater in one task. */
interface RaterOf {
  readonly taskId: string;
  readonly userId: string;
}

const OF_RATER = `
  FROM ratings
  JOIN rating_stretches ON rating_stretches.key = stretch_key
  JOIN rating_tasks ON rating_tasks.key = task_key
  JOIN sessions ON sessions.key = session_key
  WHERE rating_tasks.id = @taskId AND ratings.user_id = @userId AND ${STANDS}`;

/** The first stretch in the rater's order that has no answer yet; null when none is left. */
export function nextStretch(db: ReadableDb, { taskId, userId }: RaterOf): BlindStretch | null {
  const row = db
    .prepare<RaterOf, { id: string; sessionKey: number; fromMs: number; toMs: number }>(
      `SELECT rating_stretches.id, session_key AS sessionKey, from_ms AS fromMs, to_ms AS toMs
       ${OF_RATER} AND answer IS NULL ORDER BY place LIMIT 1`,
    )
    .get({ taskId, userId });
  if (!row) return null;
  const pictures = db
    .prepare<[number, number, number, number], Crop>(
      `SELECT at_ms - ? AS atMs, grey FROM crops
       WHERE session_key = ? AND at_ms >= ? AND at_ms < ? ORDER BY at_ms`,
    )
    .all(row.fromMs, row.sessionKey, row.fromMs, row.toMs);
  return {
    id: row.id,
    lengthMs: row.toMs - row.fromMs,
    pictures,
  };
}

/**
 * Keeps an answer.
 *
 * @returns `left` for a stretch that is not, or no longer, in this task; `answered` where another answer was given before,
 *   which must be taken back first. The same answer sent again changes nothing.
 */
export function answerStretch(
  db: WritableDb,
  { answer, stretchId, now, ...rater }: RaterOf & { stretchId: string; answer: AnnotationLabel; now: Date },
): { kind: 'kept' | 'left' | 'answered' } {
  return inTransaction(db, () => {
    const found = db
      .prepare<RaterOf & { stretchId: string }, { key: number; answer: string | null }>(
        `SELECT stretch_key AS key, answer ${OF_RATER} AND rating_stretches.id = @stretchId`,
      )
      .get({ taskId: rater.taskId, userId: rater.userId, stretchId });
    if (!found) return { kind: 'left' };
    if (found.answer !== null) return { kind: found.answer === answer ? 'kept' : 'answered' };
    const result = db
      .prepare('UPDATE ratings SET answer = ?, answered_at = ? WHERE stretch_key = ? AND user_id = ?')
      .run(answer, now.toISOString(), found.key, rater.userId);
    assertOneChanged(result, 'keeping a blind rating');
    return { kind: 'kept' };
  });
}

/**
 * Takes back the last answer: stretches are asked in the order of their places, so it is the one furthest along.
 *
 * @returns False where there is none.
 */
export function takeBackLast(db: WritableDb, { taskId, userId }: RaterOf): boolean {
  return inTransaction(db, () => {
    const last = db
      .prepare<RaterOf, number>(`SELECT stretch_key ${OF_RATER} AND answer IS NOT NULL ORDER BY place DESC LIMIT 1`)
      .pluck()
      .get({ taskId, userId });
    if (last === undefined) return false;
    const result = db
      .prepare('UPDATE ratings SET answer = NULL, answered_at = NULL WHERE stretch_key = ? AND user_id = ?')
      .run(last, userId);
    assertOneChanged(result, 'taking back a blind rating');
    return true;
  });
}

/** From now on this rater changes nothing. */
export function handIn(db: WritableDb, { taskId, userId, now }: RaterOf & { readonly now: Date }): void {
  const result = db
    .prepare(
      `UPDATE rating_task_raters SET handed_in_at = ?
       WHERE task_key = (SELECT key FROM rating_tasks WHERE id = ?) AND user_id = ?`,
    )
    .run(now.toISOString(), taskId, userId);
  assertOneChanged(result, 'handing in a blind rating');
}

/** A stretch of a task with all that was said of it: for results alone. */
export interface RatedStretch {
  readonly childId: string;
  readonly sessionId: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Null: "not sure". */
  readonly machine: Emotion | null;
  /** In the order of the task's raters; null where a rater has not answered. */
  readonly answers: readonly (AnnotationLabel | null)[];
}

/** The stretches that are in a task today, by child, session and time. */
export function readRated(db: ReadableDb, taskId: string): RatedStretch[] {
  return db
    .prepare<[string], Omit<RatedStretch, 'answers'> & { answersJson: string }>(
      `SELECT child_id AS childId, sessions.id AS sessionId, from_ms AS fromMs, to_ms AS toMs, machine,
              (SELECT json_group_array(answer ORDER BY position) FROM rating_task_raters AS raters
               JOIN ratings ON ratings.user_id = raters.user_id AND stretch_key = rating_stretches.key
               WHERE raters.task_key = rating_stretches.task_key) AS answersJson
       FROM rating_stretches JOIN sessions ON sessions.key = session_key
       WHERE task_key = (SELECT key FROM rating_tasks WHERE id = ?) AND ${STANDS}
       ORDER BY child_id, session_key, from_ms`,
    )
    .all(taskId)
    .map(({ answersJson, ...row }) => ({ ...row, answers: JSON.parse(answersJson) as (AnnotationLabel | null)[] }));
}

import { randomUUID } from 'node:crypto';
import type { Emotion } from '../../emotion/emotion.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { TRAINING_STANDS } from '../people/consents.node.ts';
import { PICTURES_HIDDEN } from '../people/doubted-consents.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** A stretch of a session that people are to judge. */
export interface DrawnStretch {
  readonly sessionId: string;
  readonly childId: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** What the machine named for most of it; null for "not sure". */
  readonly machine: Emotion | null;
}

/** A rater of a task, and how far they are. */
interface TaskRater {
  readonly userId: string;
  readonly name: string;
  /** Of the stretches that are still in the task. */
  readonly answered: number;
  readonly handedIn: boolean;
}

export interface RatingTask {
  readonly id: string;
  readonly name: string;
  readonly lengthMs: number;
  readonly madeAtIso: string;
  readonly madeBy: string;
  /** Nobody answers any more, whoever has handed in. */
  readonly isClosed: boolean;
  /** What is in the task today. */
  readonly stretches: number;
  readonly children: number;
  /** What was drawn and is there no more: consent ended, or the session was set aside. */
  readonly left: { readonly stretches: number; readonly children: number };
  readonly raters: readonly TaskRater[];
}

/**
 * A stretch is in its task as long as a picture of it is kept, which ends with the consent to keep it, its session is the
 * child's, and all who rate may see it: research staff see pictures of children whose consent covers training. To be used
 * where `rating_stretches` is joined to `sessions`.
 */
export const STANDS = `sessions.set_aside_at IS NULL AND NOT ${PICTURES_HIDDEN} AND EXISTS (
  SELECT 1 FROM crops WHERE crops.session_key = sessions.key AND crops.at_ms >= from_ms AND crops.at_ms < to_ms)
  AND (${TRAINING_STANDS} OR NOT EXISTS (
    SELECT 1 FROM rating_task_raters AS asked JOIN users AS rater ON rater.id = asked.user_id
    WHERE asked.task_key = rating_stretches.task_key AND rater.role = 'research'))`;

/**
 * Keeps what was drawn, with an order of its own for each rater.
 *
 * @param orders For each rater, the stretches' numbers in the order in which that rater is asked.
 */
export function addRatingTask(
  db: WritableDb,
  task: {
    readonly name: string;
    readonly seed: number;
    readonly lengthMs: number;
    readonly stretches: readonly DrawnStretch[];
    readonly raterIds: readonly string[];
    readonly orders: readonly (readonly number[])[];
    readonly madeBy: string;
    readonly now: Date;
  },
): string {
  return inTransaction(db, () => {
    const id = randomUUID();
    const { stretches, raterIds, orders } = task;
    const made = db
      .prepare(
        `INSERT INTO rating_tasks (id, name, seed, length_ms, stretch_count, child_count, made_at, made_by)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        id,
        task.name,
        task.seed,
        task.lengthMs,
        stretches.length,
        new Set(stretches.map(({ childId }) => childId)).size,
        task.now.toISOString(),
        task.madeBy,
      );
    const taskKey = made.lastInsertRowid;
    const addStretch = db.prepare(
      `INSERT INTO rating_stretches (id, task_key, session_key, from_ms, to_ms, machine)
       VALUES (?, ?, (SELECT key FROM sessions WHERE id = ?), ?, ?, ?)`,
    );
    const keys = stretches.map(
      ({ sessionId, fromMs, toMs, machine }) =>
        addStretch.run(randomUUID(), taskKey, sessionId, fromMs, toMs, machine).lastInsertRowid,
    );
    const addRater = db.prepare('INSERT INTO rating_task_raters (task_key, user_id, position) VALUES (?, ?, ?)');
    const addPlace = db.prepare('INSERT INTO ratings (stretch_key, user_id, place) VALUES (?, ?, ?)');
    for (const [position, raterId] of raterIds.entries()) {
      addRater.run(taskKey, raterId, position);
      for (const [place, stretch] of orders[position]!.entries()) addPlace.run(keys[stretch], raterId, place);
    }
    return id;
  });
}

/** Newest first. */
export function listRatingTasks(db: ReadableDb): RatingTask[] {
  return db
    .prepare<[], TaskRow>(`${SELECT} ORDER BY rating_tasks.key DESC`)
    .all()
    .map((row) => taskOf(db, row));
}

export function findRatingTask(db: ReadableDb, taskId: string): RatingTask | null {
  const row = db.prepare<[string], TaskRow>(`${SELECT} WHERE rating_tasks.id = ?`).get(taskId);
  return row ? taskOf(db, row) : null;
}

/** Results are told from now on, of what was answered. */
export function closeRatingTask(db: WritableDb, { taskId, now }: { taskId: string; now: Date }): void {
  const result = db
    .prepare('UPDATE rating_tasks SET closed_at = ? WHERE id = ? AND closed_at IS NULL')
    .run(now.toISOString(), taskId);
  assertOneChanged(result, 'closing a blind rating');
}

/** Removes a task with all that was answered in it. */
export function removeRatingTask(db: WritableDb, taskId: string): void {
  assertOneChanged(db.prepare('DELETE FROM rating_tasks WHERE id = ?').run(taskId), 'removing a blind rating');
}

interface TaskRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly lengthMs: number;
  readonly madeAtIso: string;
  readonly madeBy: string;
  readonly closedAt: string | null;
  readonly drawnStretches: number;
  readonly drawnChildren: number;
}

const SELECT = `
  SELECT rating_tasks.key, rating_tasks.id, rating_tasks.name, length_ms AS lengthMs, made_at AS madeAtIso,
         users.name AS madeBy, closed_at AS closedAt, stretch_count AS drawnStretches, child_count AS drawnChildren
  FROM rating_tasks JOIN users ON users.id = made_by`;

function taskOf(db: ReadableDb, { key, closedAt, drawnStretches, drawnChildren, ...row }: TaskRow): RatingTask {
  const standing = db
    .prepare<[number], { stretches: number; children: number }>(
      `SELECT count(*) AS stretches, count(DISTINCT child_id) AS children
       FROM rating_stretches JOIN sessions ON sessions.key = session_key WHERE task_key = ? AND ${STANDS}`,
    )
    .get(key)!;
  const raters = db
    .prepare<{ key: number }, Omit<TaskRater, 'handedIn'> & { handedInAt: string | null }>(
      `SELECT user_id AS userId, users.name, handed_in_at AS handedInAt,
              (SELECT count(*) FROM ratings
               JOIN rating_stretches ON rating_stretches.key = stretch_key
               JOIN sessions ON sessions.key = session_key
               WHERE task_key = @key AND ratings.user_id = users.id AND answer IS NOT NULL AND ${STANDS}) AS answered
       FROM rating_task_raters JOIN users ON users.id = user_id WHERE task_key = @key ORDER BY position`,
    )
    .all({ key });
  return {
    ...row,
    ...standing,
    isClosed: closedAt !== null,
    left: { stretches: drawnStretches - standing.stretches, children: drawnChildren - standing.children },
    raters: raters.map(({ handedInAt, ...rater }) => ({ ...rater, handedIn: handedInAt !== null })),
  };
}

import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** Who is next: runs wait in a queue that outlasts the program. */

/** Puts a run at the end of the queue, as one that is not under way. */
export function enqueueRun(db: WritableDb, runId: string): void {
  inTransaction(db, () => {
    assertOneChanged(
      db.prepare("UPDATE runs SET state = 'stopped' WHERE id = ?").run(runId),
      'putting a run in the queue',
    );
    db.prepare(
      `INSERT INTO run_turns (run_id, place, paused)
       VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM run_turns), 0)
       ON CONFLICT (run_id) DO UPDATE SET place = excluded.place, paused = 0`,
    ).run(runId);
  });
}

/** Takes a run out of the queue, or its pause from it. */
export function forgetTurn(db: WritableDb, runId: string): void {
  db.prepare('DELETE FROM run_turns WHERE run_id = ?').run(runId);
}

/** Says whether the run that is under way was told to wait. */
export function setPaused(db: WritableDb, runId: string, paused: boolean): void {
  db.prepare(
    `INSERT INTO run_turns (run_id, place, paused) VALUES (?, NULL, ?)
     ON CONFLICT (run_id) DO UPDATE SET paused = excluded.paused`,
  ).run(runId, Number(paused));
}

/** Ids of the runs that wait, the next one first. */
export function queuedRuns(db: ReadableDb): string[] {
  return db
    .prepare<[], string>('SELECT run_id FROM run_turns WHERE place IS NOT NULL ORDER BY place, run_id')
    .pluck()
    .all();
}

/** Changes places with the run before it. @returns False where it does not wait, or is the first. */
export function moveUp(db: WritableDb, runId: string): boolean {
  return inTransaction(db, () => {
    const waiting = queuedRuns(db);
    const index = waiting.indexOf(runId);
    if (index < 1) return false;
    waiting.splice(index - 1, 2, runId, waiting[index - 1]!);
    const place = db.prepare('UPDATE run_turns SET place = ? WHERE run_id = ?');
    for (const [at, id] of waiting.entries()) place.run(at + 1, id);
    return true;
  });
}

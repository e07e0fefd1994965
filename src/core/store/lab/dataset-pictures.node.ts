import { randomUUID } from 'node:crypto';
import type { Emotion } from '../../emotion/emotion.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { Session } from '../sessions/sessions.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** A kept picture and the emotion that people say it shows. */
export interface LabelledPicture {
  readonly sessionKey: number;
  readonly atMs: number;
  readonly emotion: Emotion;
}

/** A picture of a dataset, with whose it is. */
export interface DatasetPicture extends LabelledPicture {
  readonly childId: string;
  readonly source: Session['source'];
  /** Of the session. */
  readonly startedAtIso: string;
}

/** Makes a dataset of kept pictures. The pictures stay where they are. @returns Its id. */
export function addPictureDataset(
  db: WritableDb,
  { name, pictures }: { readonly name: string; readonly pictures: readonly LabelledPicture[] },
): string {
  return inTransaction(db, () => {
    const id = randomUUID();
    db.prepare(
      `INSERT INTO datasets (id, name, dir, kind, images, children, adults, images_by_emotion_json, subjects_known,
                             problems_json, problem_count)
       VALUES (?, ?, ?, 'kept-pictures', 0, 0, 0, '{}', 1, '[]', 0)`,
    ).run(id, name, `kept-pictures:${id}`);
    const insert = db.prepare(
      'INSERT INTO dataset_pictures (dataset_id, session_key, at_ms, emotion) VALUES (?, ?, ?, ?)',
    );
    for (const { sessionKey, atMs, emotion } of pictures) {
      assertOneChanged(insert.run(id, sessionKey, atMs, emotion), 'adding a picture to a dataset');
    }
    return id;
  });
}

/** Those that are still kept, of sessions that are their child's, in the order of sessions and time. Who calls asks what consent covers. */
export function listDatasetPictures(db: ReadableDb, datasetId: string): DatasetPicture[] {
  return db
    .prepare<[string], DatasetPicture>(
      `SELECT session_key AS sessionKey, at_ms AS atMs, emotion, child_id AS childId, source, started_at AS startedAtIso
       FROM dataset_pictures JOIN sessions ON sessions.key = session_key
       WHERE dataset_id = ? AND set_aside_at IS NULL ORDER BY session_key, at_ms`,
    )
    .all(datasetId);
}

/** Times of a session's kept pictures, in order. */
export function listCropTimes(db: ReadableDb, sessionKey: number): number[] {
  return db
    .prepare<[number], number>('SELECT at_ms FROM crops WHERE session_key = ? ORDER BY at_ms')
    .pluck()
    .all(sessionKey);
}

/** The picture itself, [60, 60] grey, row-major; null when it is not kept any more. */
export function readCrop(db: ReadableDb, { sessionKey, atMs }: Pick<LabelledPicture, 'sessionKey' | 'atMs'>) {
  const grey = db
    .prepare<[number, number], Uint8Array>('SELECT grey FROM crops WHERE session_key = ? AND at_ms = ?')
    .pluck()
    .get(sessionKey, atMs);
  return grey ? Uint8Array.from(grey) : null;
}

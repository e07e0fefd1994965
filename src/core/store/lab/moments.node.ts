import { randomUUID } from 'node:crypto';
import { type Emotion, isEmotion } from '../../emotion/emotion.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { enterImages, putFace, putReading } from './dataset-images.node.ts';
import type { DatasetPicture } from './dataset-pictures.node.ts';

/** What stands for the folder of the one dataset of moments: no folder is named so. */
const DIR = 'moments-of-doubt:';

/** A kept picture of a moment in which the model doubted. */
export interface MomentPicture {
  readonly sessionKey: number;
  readonly atMs: number;
  /** Names it in the wall: whose, of which session, and when. */
  readonly path: string;
  readonly subject: string;
  readonly ageYears: number;
  /** [60, 60] grey, row-major. */
  readonly grey: Uint8Array;
  /** 0 to 1. */
  readonly sharpness: number;
  readonly brightness: number;
  /** What the session's model said then, in the order of EMOTIONS; null where its weights are not known any more. */
  readonly reading: { readonly modelDigest: string; readonly probabilities: Float32Array } | null;
}

/** The dataset of moments of doubt; null before somebody asked for it. */
export function momentsDataset(db: ReadableDb): string | null {
  return db.prepare<[string], string>('SELECT id FROM datasets WHERE dir = ?').pluck().get(DIR) ?? null;
}

/** @returns Its id: the one that is there, or a new one of this name. */
export function makeMomentsDataset(db: WritableDb, name: string, now: Date): string {
  const there = momentsDataset(db);
  if (there !== null) return there;
  const id = randomUUID();
  db.prepare(
    `INSERT INTO datasets (id, name, dir, kind, images, children, adults, images_by_emotion_json, subjects_known,
                           problems_json, problem_count, listed_at)
     VALUES (?, ?, ?, 'kept-pictures', 0, 0, 0, '{}', 1, '[]', 0, ?)`,
  ).run(id, name, DIR, now.toISOString());
  return id;
}

/**
 * Puts pictures into the dataset of moments, in this order, in the place of those of which nobody has said anything yet.
 * What somebody has named stays, before them.
 */
export function replaceMoments(db: WritableDb, datasetId: string, pictures: readonly MomentPicture[]): void {
  inTransaction(db, () => {
    db.prepare(
      `DELETE FROM dataset_images
       WHERE dataset_id = ? AND NOT EXISTS (SELECT 1 FROM image_labels WHERE image_labels.image_key = dataset_images.key)`,
    ).run(datasetId);
    const isThere = db.prepare<[number, number]>('SELECT 1 FROM moment_images WHERE session_key = ? AND at_ms = ?');
    for (const picture of pictures) if (!isThere.get(picture.sessionKey, picture.atMs)) enter(db, datasetId, picture);
  });
}

function enter(db: WritableDb, datasetId: string, picture: MomentPicture): void {
  const { path, subject, ageYears, sharpness, brightness, grey, reading, sessionKey, atMs } = picture;
  const unknown = { emotion: null, votes: null, split: null, fault: null };
  const [key] = enterImages(db, datasetId, [{ ...unknown, path, subject, group: 'child', ageYears }]);
  db.prepare("UPDATE dataset_images SET state = 'face', sharpness = ?, brightness = ? WHERE key = ?").run(
    sharpness,
    brightness,
    key,
  );
  putFace(db, key!, grey);
  if (reading) putReading(db, key!, reading);
  db.prepare('INSERT INTO moment_images (image_key, session_key, at_ms) VALUES (?, ?, ?)').run(key, sessionKey, atMs);
}

/** Removes all moments of a child, with what was said of them. */
export function removeMomentsOf(db: WritableDb, childId: string): void {
  db.prepare('DELETE FROM moment_images WHERE session_key IN (SELECT key FROM sessions WHERE child_id = ?)').run(
    childId,
  );
}

/**
 * The moments of a dataset that people have named, all who did alike, of sessions that are their child's. Who calls asks what
 * consent covers.
 */
export function listNamedMoments(db: ReadableDb, datasetId: string): DatasetPicture[] {
  const rows = db
    .prepare<[string], Omit<DatasetPicture, 'emotion'> & { labels: string }>(
      `SELECT session_key AS sessionKey, at_ms AS atMs, child_id AS childId, source, started_at AS startedAtIso,
              (SELECT group_concat(DISTINCT label) FROM image_labels AS said
               WHERE said.image_key = dataset_images.key AND label IS NOT NULL AND said.key =
                 (SELECT max(key) FROM image_labels WHERE image_key = said.image_key AND user_id = said.user_id)) AS labels
       FROM dataset_images
       JOIN moment_images ON moment_images.image_key = dataset_images.key
       JOIN sessions ON sessions.key = session_key
       WHERE dataset_id = ? AND set_aside_at IS NULL AND labels IS NOT NULL ORDER BY session_key, at_ms`,
    )
    .all(datasetId);
  return rows.flatMap(({ labels, ...row }) => (isEmotion(labels) ? [{ ...row, emotion: labels as Emotion }] : []));
}

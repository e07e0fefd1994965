import { randomUUID } from 'node:crypto';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import { enterImages, putFace, putReading } from './dataset-images.node.ts';
import type { DatasetPicture } from './dataset-pictures.node.ts';
import type { ConsentOf } from './use/image-use.ts';
import { labelledUses } from './use/image-uses.node.ts';

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

/** The moments of a dataset that a run takes today, as what people say that they show. */
export function momentsToTrainOn(db: ReadableDb, datasetId: string, consentOf: ConsentOf): DatasetPicture[] {
  const session = db.prepare<[number], Omit<DatasetPicture, 'emotion'>>(
    `SELECT session_key AS sessionKey, at_ms AS atMs, child_id AS childId, source, started_at AS startedAtIso
     FROM moment_images JOIN sessions ON sessions.key = session_key WHERE image_key = ?`,
  );
  return labelledUses(db, datasetId, consentOf)
    .flatMap(({ key, use: { emotion } }) => {
      const picture = session.get(key);
      return picture && emotion ? [{ ...picture, emotion }] : [];
    })
    .toSorted((a, b) => a.sessionKey - b.sessionKey || a.atMs - b.atMs);
}

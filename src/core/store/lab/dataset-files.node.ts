import { randomUUID } from 'node:crypto';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** A file of a dataset that lies sealed in the folder of data. */
export interface SealedFile {
  /** Relative to the folder that was chosen, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** How many of them have come. */
  readonly received: number;
  readonly pieces: number;
  /** Of the sealed file. */
  readonly name: string;
}

/** What the folder of a dataset begins with whose files lie sealed: it is no folder on a disk. */
const SEALED = 'sealed:';

const NONE = Object.fromEntries(EMOTIONS.map((emotion) => [emotion, 0]));

export function isSealedDir(dir: string): boolean {
  return dir.startsWith(SEALED);
}

/**
 * Makes a dataset for files that are about to come, or gives the newest one of this name whose files have not all come.
 *
 * @param anew Makes one in any case.
 * @returns Its id.
 */
export function beginUpload(db: WritableDb, name: string, anew: boolean): string {
  return inTransaction(db, () => {
    const begun = db
      .prepare<[string], string>('SELECT id FROM datasets WHERE name = ? AND uploading = 1 ORDER BY rowid DESC')
      .pluck()
      .get(name);
    if (begun !== undefined && !anew) return begun;
    const id = randomUUID();
    db.prepare(
      `INSERT INTO datasets (id, name, dir, images, children, adults, images_by_emotion_json, subjects_known,
                             problems_json, problem_count, uploading)
       VALUES (?, ?, ?, 0, 0, 0, ?, 0, '[]', 0, 1)`,
    ).run(id, name, `${SEALED}${id}`, JSON.stringify(NONE));
    return id;
  });
}

export function isUploading(db: ReadableDb, datasetId: string): boolean {
  return db.prepare('SELECT 1 FROM datasets WHERE id = ? AND uploading = 1').get(datasetId) !== undefined;
}

/** All files that were chosen have come. */
export function endUpload(db: WritableDb, datasetId: string): void {
  assertOneChanged(db.prepare('UPDATE datasets SET uploading = 0 WHERE id = ?').run(datasetId), 'ending an upload');
}

/** In the order of paths. */
export function listSealedFiles(db: ReadableDb, datasetId: string): SealedFile[] {
  return db
    .prepare<[string], SealedFile>(
      'SELECT path, bytes, received, pieces, name FROM dataset_files WHERE dataset_id = ? ORDER BY path',
    )
    .all(datasetId);
}

export function findSealedFile(db: ReadableDb, datasetId: string, path: string): SealedFile | null {
  const file = db
    .prepare<[string, string], SealedFile>(
      'SELECT path, bytes, received, pieces, name FROM dataset_files WHERE dataset_id = ? AND path = ?',
    )
    .get(datasetId, path);
  return file ?? null;
}

/** Enters a file of which nothing has come yet; one that was there under its path is forgotten. @returns Its name. */
export function enterSealedFile(db: WritableDb, datasetId: string, path: string, bytes: number): SealedFile {
  const name = randomUUID();
  db.prepare('INSERT OR REPLACE INTO dataset_files (dataset_id, path, bytes, name) VALUES (?, ?, ?, ?)').run(
    datasetId,
    path,
    bytes,
    name,
  );
  return { path, bytes, received: 0, pieces: 0, name };
}

/** Notes that one more piece of a file has come. */
export function addPiece(db: WritableDb, name: string, bytes: number): void {
  const changed = db
    .prepare('UPDATE dataset_files SET received = received + ?, pieces = pieces + 1 WHERE name = ?')
    .run(bytes, name);
  assertOneChanged(changed, 'adding a piece of a file');
}

export interface UploadTotals {
  readonly files: number;
  readonly bytes: number;
  /** Files of which not all has come. */
  readonly unfinished: number;
}

export function uploadTotals(db: ReadableDb, datasetId: string): UploadTotals {
  return db
    .prepare<[string], UploadTotals>(
      `SELECT count(*) AS files, ifnull(sum(bytes), 0) AS bytes, count(*) FILTER (WHERE received < bytes) AS unfinished
       FROM dataset_files WHERE dataset_id = ?`,
    )
    .get(datasetId)!;
}

/** Counts a dataset by its images as they are entered. One of which nothing is known, which no run uses, hides nobody. */
export function countByImages(db: WritableDb, datasetId: string): void {
  const people = (group: string) =>
    `(SELECT count(DISTINCT ifnull(subject, path)) FROM dataset_images
      WHERE dataset_id = datasets.id AND subject_group = '${group}')`;
  const byEmotion = db
    .prepare<[string], { emotion: Emotion; count: number }>(
      `SELECT emotion, count(*) AS count FROM dataset_images
       WHERE dataset_id = ? AND emotion IS NOT NULL GROUP BY emotion`,
    )
    .all(datasetId);
  const counted = Object.fromEntries(byEmotion.map(({ emotion, count }) => [emotion, count]));
  db.prepare(
    `UPDATE datasets SET
       images = (SELECT count(*) FROM dataset_images WHERE dataset_id = datasets.id),
       children = ${people('child')}, adults = ${people('adult')}, images_by_emotion_json = ?,
       subjects_known = EXISTS (SELECT 1 FROM dataset_images WHERE dataset_id = datasets.id AND subject IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM dataset_images
                         WHERE dataset_id = datasets.id AND subject IS NULL AND subject_group IS NOT NULL)
     WHERE id = ?`,
  ).run(JSON.stringify({ ...NONE, ...counted }), datasetId);
}

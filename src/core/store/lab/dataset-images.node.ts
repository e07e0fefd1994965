import type { Emotion } from '../../emotion/emotion.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/**
 * The images of a dataset, each with its face. A row is `waiting` until the image has been opened; rows that wait are what
 * is left to do after the program ended.
 */

/** What a dataset says of an image. A fault is plain data. */
export interface NamedDatasetImage {
  /** Relative to the dataset's folder, with forward slashes. */
  readonly path: string;
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly ageYears: number | null;
  readonly emotion: Emotion | null;
  /** In the order of EMOTIONS, summing to 1. */
  readonly votes: readonly number[] | null;
  readonly split: 'train' | 'val' | 'test' | null;
  /** Why it cannot be opened, where that is known already. */
  readonly fault: object | null;
}

/** What was found in an image. */
export type OpenedDatasetImage =
  | {
      readonly kind: 'face';
      readonly path: string;
      /** [60, 60] grey, row-major. */
      readonly crop: Uint8Array;
      readonly facePx: number | null;
      /** 0 to 1; 0.5 is as sharp as a live session asks for. */
      readonly sharpness: number;
      /** 0 to 1. */
      readonly brightness: number;
      /** Of the model, in the order of EMOTIONS. */
      readonly probabilities: Float32Array | null;
    }
  | { readonly kind: 'no-face' | 'broken'; readonly path: string; readonly why: object };

export interface ImageCounts {
  readonly images: number;
  readonly waiting: number;
  readonly faces: number;
  readonly noFace: number;
  readonly broken: number;
}

/**
 * Enters images of a dataset. One that is there under its path keeps its key, and with it its face and what people and
 * models say of it; what the dataset says of it is replaced.
 *
 * @returns Keys, in the order given.
 */
export function enterImages(db: WritableDb, datasetId: string, images: readonly NamedDatasetImage[]): number[] {
  const enter = db
    .prepare<[Record<string, string | number | null>], number>(
      `INSERT INTO dataset_images (dataset_id, path, subject, subject_group, age_years, emotion, votes_json, own_split,
                                   state, fault_json)
       VALUES (@datasetId, @path, @subject, @group, @ageYears, @emotion, @votes, @split,
               iif(@fault IS NULL, 'waiting', 'broken'), @fault)
       ON CONFLICT (dataset_id, path) DO UPDATE SET
         subject = excluded.subject, subject_group = excluded.subject_group, age_years = excluded.age_years,
         emotion = excluded.emotion, votes_json = excluded.votes_json, own_split = excluded.own_split,
         state = iif(excluded.fault_json IS NULL, state, 'broken'), fault_json = ifnull(excluded.fault_json, fault_json)
       RETURNING key`,
    )
    .pluck();
  return inTransaction(db, () =>
    images.map(({ path, subject, group, ageYears, emotion, votes, split, fault }) => {
      const row = { datasetId, path, subject, group, ageYears, emotion, split };
      return enter.get({ ...row, votes: votes && JSON.stringify(votes), fault: fault && JSON.stringify(fault) })!;
    }),
  );
}

/** Notes that a dataset's images have been named in full, and forgets those that are not among them. */
export function keepListed(db: WritableDb, datasetId: string, keys: ReadonlySet<number>, now: Date): void {
  inTransaction(db, () => {
    const there = db
      .prepare<[string], number>('SELECT key FROM dataset_images WHERE dataset_id = ?')
      .pluck()
      .all(datasetId);
    const forget = db.prepare('DELETE FROM dataset_images WHERE key = ?');
    for (const key of there) if (!keys.has(key)) forget.run(key);
    db.prepare('UPDATE datasets SET listed_at = ? WHERE id = ?').run(now.toISOString(), datasetId);
  });
}

/** Enters what was found in images of a dataset. Images that are not there any more are passed over. */
export function enterOpened(
  db: WritableDb,
  datasetId: string,
  images: readonly OpenedDatasetImage[],
  modelDigest: string | null,
): void {
  const update = db
    .prepare<[Record<string, string | number | null>], number>(
      `UPDATE dataset_images SET state = @state, fault_json = @fault, face_px = @facePx, sharpness = @sharpness,
                                 brightness = @brightness
       WHERE dataset_id = @datasetId AND path = @path RETURNING key`,
    )
    .pluck();
  const nothing = { fault: null, facePx: null, sharpness: null, brightness: null };
  inTransaction(db, () => {
    for (const image of images) {
      const { kind: state, path } = image;
      const row = { ...nothing, datasetId, path, state };
      if (image.kind !== 'face') {
        const key = update.get({ ...row, fault: JSON.stringify(image.why) });
        if (key !== undefined) putFace(db, key, null);
        continue;
      }
      const { crop, facePx, sharpness, brightness, probabilities } = image;
      const key = update.get({ ...row, facePx, sharpness, brightness });
      if (key === undefined) continue;
      putFace(db, key, crop);
      if (probabilities && modelDigest !== null) putReading(db, key, { modelDigest, probabilities });
    }
  });
}

/** Puts the face of an image in the place of the one before; what models said of another face is forgotten. */
export function putFace(db: WritableDb, imageKey: number, grey: Uint8Array | null): void {
  const before = db
    .prepare<[number], Uint8Array>('SELECT grey FROM dataset_faces WHERE image_key = ?')
    .pluck()
    .get(imageKey);
  if (before && grey && Buffer.from(before).equals(grey)) return;
  if (before) {
    db.prepare('DELETE FROM image_readings WHERE image_key = ?').run(imageKey);
    db.prepare('DELETE FROM dataset_faces WHERE image_key = ?').run(imageKey);
  }
  if (grey) db.prepare('INSERT INTO dataset_faces (image_key, grey) VALUES (?, ?)').run(imageKey, grey);
}

/** Enters what a model says of the face of an image. @param probabilities Seven, in the order of EMOTIONS. */
export function putReading(
  db: WritableDb,
  imageKey: number,
  { modelDigest, probabilities }: { readonly modelDigest: string; readonly probabilities: Float32Array },
): void {
  const bytes = new Uint8Array(probabilities.buffer, probabilities.byteOffset, probabilities.byteLength);
  db.prepare('INSERT OR REPLACE INTO image_readings (image_key, model_digest, probabilities) VALUES (?, ?, ?)').run(
    imageKey,
    modelDigest,
    bytes,
  );
}

/** Paths of images that need not be opened any more. */
export function pathsDone(db: ReadableDb, datasetId: string): string[] {
  return db
    .prepare<[string], string>("SELECT path FROM dataset_images WHERE dataset_id = ? AND state <> 'waiting'")
    .pluck()
    .all(datasetId);
}

/** Marks images that still wait, although all that the folder holds were opened. @param fault Plain data. */
export function loseWaiting(db: WritableDb, datasetId: string, fault: object): void {
  db.prepare(
    "UPDATE dataset_images SET state = 'broken', fault_json = ? WHERE dataset_id = ? AND state = 'waiting'",
  ).run(JSON.stringify(fault), datasetId);
}

export function countImages(db: ReadableDb, datasetId: string): ImageCounts {
  const rows = db
    .prepare<[string], { state: string; count: number }>(
      'SELECT state, count(*) AS count FROM dataset_images WHERE dataset_id = ? GROUP BY state',
    )
    .all(datasetId);
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  const images = rows.reduce((sum, { count }) => sum + count, 0);
  return { images, waiting: of('waiting'), faces: of('face'), noFace: of('no-face'), broken: of('broken') };
}

/** How far the images of a dataset are, beside their rows. */
export interface IndexingState {
  readonly isListed: boolean;
  readonly isStopped: boolean;
  /** Plain data. */
  readonly fault: unknown;
}

export function indexingState(db: ReadableDb, datasetId: string): IndexingState | null {
  const row = db
    .prepare<[string], { listedAt: string | null; stopped: number; fault: string | null }>(
      `SELECT listed_at AS listedAt, indexing_stopped AS stopped, indexing_fault_json AS fault
       FROM datasets WHERE id = ?`,
    )
    .get(datasetId);
  if (!row) return null;
  const fault = row.fault === null ? null : JSON.parse(row.fault);
  return { isListed: row.listedAt !== null, isStopped: row.stopped === 1, fault };
}

/** The first dataset of a folder that has images to name or open, and that nobody stopped. */
export function nextToIndex(db: ReadableDb): string | null {
  const id = db
    .prepare<[], string>(
      `SELECT id FROM datasets
       WHERE kind = 'folder' AND uploading = 0 AND indexing_stopped = 0 AND indexing_fault_json IS NULL
         AND (listed_at IS NULL OR EXISTS (
           SELECT 1 FROM dataset_images WHERE dataset_id = datasets.id AND state = 'waiting'))
       ORDER BY rowid LIMIT 1`,
    )
    .pluck()
    .get();
  return id ?? null;
}

/** Lets the images of a dataset be named and opened anew, after its folder was added again. */
export function indexAnew(db: WritableDb, datasetId: string): void {
  inTransaction(db, () => {
    nameAnew(db, datasetId);
    db.prepare("UPDATE dataset_images SET state = 'waiting', fault_json = NULL WHERE dataset_id = ?").run(datasetId);
  });
}

/** Lets the images of a dataset be named anew, with what was found in them. */
export function nameAnew(db: WritableDb, datasetId: string): void {
  goOnIndexing(db, datasetId);
  db.prepare('UPDATE datasets SET listed_at = NULL, check_json = NULL WHERE id = ?').run(datasetId);
}

export function stopIndexing(db: WritableDb, datasetId: string): void {
  db.prepare('UPDATE datasets SET indexing_stopped = 1 WHERE id = ?').run(datasetId);
}

/** Takes back that it was stopped, or that it could not go on. */
export function goOnIndexing(db: WritableDb, datasetId: string): void {
  db.prepare('UPDATE datasets SET indexing_stopped = 0, indexing_fault_json = NULL WHERE id = ?').run(datasetId);
}

/** @param fault Why it cannot go on, as plain data. */
export function failIndexing(db: WritableDb, datasetId: string, fault: object): void {
  db.prepare('UPDATE datasets SET indexing_fault_json = ? WHERE id = ?').run(JSON.stringify(fault), datasetId);
}

/** How many images of a dataset show each subject. */
export function countSubjects(db: ReadableDb, datasetId: string): ReadonlyMap<string, number> {
  const rows = db
    .prepare<[string], { subject: string; count: number }>(
      `SELECT subject, count(*) AS count FROM dataset_images
       WHERE dataset_id = ? AND subject IS NOT NULL GROUP BY subject`,
    )
    .all(datasetId);
  return new Map(rows.map(({ subject, count }) => [subject, count]));
}

import type { Emotion } from '../../emotion/emotion.ts';
import type { ReadableDb } from '../store.node.ts';

/** A face that may train. */
export interface FaceRow {
  readonly key: number;
  readonly group: 'child' | 'adult';
  readonly emotion: Emotion;
  readonly subject: string;
}

/** The labelled faces of a dataset that it does not keep for testing, without their pixels. */
export function facesOfDatasets(db: ReadableDb, datasetId: string): FaceRow[] {
  return db
    .prepare<[string], FaceRow>(
      `SELECT key, subject_group AS "group", emotion, coalesce(subject, path) AS subject
       FROM dataset_images JOIN dataset_faces ON image_key = key
       WHERE dataset_id = ? AND state = 'face' AND emotion IS NOT NULL AND subject_group IS NOT NULL
         AND own_split IS NOT 'test'
       ORDER BY key`,
    )
    .all(datasetId);
}

/** Its pixels. @returns Row-major, CROP_PX squared, grey. */
export function readFace(db: ReadableDb, key: number): Uint8Array<ArrayBuffer> {
  const grey = db.prepare<[number], Buffer>('SELECT grey FROM dataset_faces WHERE image_key = ?').pluck().get(key);
  if (!grey) throw new Error(`face ${key} was just read and is not there`);
  return new Uint8Array(grey);
}

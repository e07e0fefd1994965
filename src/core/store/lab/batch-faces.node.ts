import type { Emotion } from '../../emotion/emotion.ts';
import type { ReadableDb } from '../store.node.ts';
import type { ConsentOf } from './use/image-use.ts';
import { imageUses, type UsedImage } from './use/image-uses.node.ts';

/** A face that a run may take. */
export interface FaceRow extends UsedImage {
  readonly group: 'child' | 'adult';
  /** What it counts as. */
  readonly shown: Emotion;
}

/** The faces of a dataset that a run may take, without their pixels, in the order of their paths. */
export function facesToTrainOn(db: ReadableDb, datasetId: string, consentOf: ConsentOf): FaceRow[] {
  return imageUses(db, datasetId, consentOf).flatMap(({ group, ...image }) => {
    const { name, emotion: shown } = image.use;
    return group && shown && name !== 'waiting' ? [{ ...image, group, shown }] : [];
  });
}

/** Its pixels. @returns Row-major, CROP_PX squared, grey. */
export function readFace(db: ReadableDb, key: number): Uint8Array<ArrayBuffer> {
  const grey = db.prepare<[number], Buffer>('SELECT grey FROM dataset_faces WHERE image_key = ?').pluck().get(key);
  if (!grey) throw new Error(`face ${key} was just read and is not there`);
  return new Uint8Array(grey);
}

/** What annotators saw in an image, as shares in the order of EMOTIONS; null for one label. */
export function readVotes(db: ReadableDb, key: number): number[] | null {
  const votes = db
    .prepare<[number], string | null>('SELECT votes_json FROM dataset_images WHERE key = ?')
    .pluck()
    .get(key);
  return votes ? JSON.parse(votes) : null;
}

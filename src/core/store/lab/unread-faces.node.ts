import { EMOTIONS } from '../../emotion/emotion.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

/** Keys of images whose faces a model has not read, the first so many of them. */
export function unreadFaces(db: ReadableDb, modelDigest: string, limit: number): number[] {
  return db
    .prepare<[string, number], number>(
      `SELECT key FROM dataset_images
       WHERE state = 'face' AND NOT EXISTS (
         SELECT 1 FROM image_readings WHERE image_key = dataset_images.key AND model_digest = ?)
       ORDER BY key LIMIT ?`,
    )
    .pluck()
    .all(modelDigest, limit);
}

/**
 * Enters what a model says of faces. Images that are not there any more are passed over.
 *
 * @param probabilities [keys, 7] in the order of EMOTIONS.
 */
export function enterReadings(
  db: WritableDb,
  modelDigest: string,
  { keys, probabilities }: { readonly keys: readonly number[]; readonly probabilities: Float32Array },
): void {
  const enter = db.prepare(
    `INSERT OR REPLACE INTO image_readings (image_key, model_digest, probabilities)
     SELECT image_key, ?, ? FROM dataset_faces WHERE image_key = ?`,
  );
  inTransaction(db, () => {
    for (const [row, key] of keys.entries()) {
      const own = probabilities.subarray(row * EMOTIONS.length, (row + 1) * EMOTIONS.length);
      enter.run(modelDigest, new Uint8Array(own.buffer, own.byteOffset, own.byteLength), key);
    }
  });
}

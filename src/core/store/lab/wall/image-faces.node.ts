import type { ReadableDb } from '../../store.node.ts';

/** Bytes of a face: 60 x 60 grey. */
export const FACE_BYTES = 3600;

/**
 * Faces of images, [keys, 60, 60] grey, row-major, in the order of the keys; black where an image has none.
 *
 * @returns In memory of its own.
 */
export function readFaces(db: ReadableDb, keys: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const faces = new Uint8Array(keys.length * FACE_BYTES);
  const read = db.prepare<[number], Uint8Array>('SELECT grey FROM dataset_faces WHERE image_key = ?').pluck();
  for (const [index, key] of Array.from(keys).entries()) {
    const grey = read.get(key);
    if (grey) faces.set(grey, index * FACE_BYTES);
  }
  return faces;
}

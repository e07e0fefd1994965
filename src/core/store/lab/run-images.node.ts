import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import type { ImageSplit } from './wall/wall-filter.ts';

/** The images of runs, and what each run's own model says of them. */

export interface NewRunImage {
  readonly datasetId: string;
  /** Relative to the dataset's folder. */
  readonly path: string;
  readonly split: ImageSplit;
  /** By what it was judged. */
  readonly truth: Emotion;
  /** Seven, in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
  /** The encoder's output; null where it was not kept. */
  readonly embedding: Float32Array | null;
}

/**
 * Enters images of a run. One that the dataset does not have (any more) under its path is passed over.
 *
 * @returns How many were entered.
 */
export function addRunImages(db: WritableDb, runId: string, images: readonly NewRunImage[]): number {
  const insert = db.prepare(
    `INSERT INTO run_images (run_id, image_key, split, truth, probabilities, embedding)
     SELECT @runId, key, @split, @truth, @probabilities, @embedding
     FROM dataset_images WHERE dataset_id = @datasetId AND path = @path
     ON CONFLICT (run_id, image_key) DO UPDATE SET split = excluded.split, truth = excluded.truth,
       probabilities = excluded.probabilities, embedding = excluded.embedding`,
  );
  return inTransaction(db, () =>
    images.reduce((entered, { datasetId, path, split, truth, probabilities, embedding }) => {
      const row = { runId, datasetId, path: path.replaceAll('\\', '/'), split, truth };
      const blobs = { probabilities: bytesOf(probabilities), embedding: embedding && bytesOf(embedding) };
      return entered + insert.run({ ...row, ...blobs }).changes;
    }, 0),
  );
}

export function removeRunImages(db: WritableDb, runId: string): void {
  db.prepare('DELETE FROM run_images WHERE run_id = ?').run(runId);
}

/** How many images of each split a run has. */
export function countRunImages(db: ReadableDb, runId: string): Record<ImageSplit, number> {
  const rows = db
    .prepare<[string], { split: ImageSplit; count: number }>(
      'SELECT split, count(*) AS count FROM run_images WHERE run_id = ? GROUP BY split',
    )
    .all(runId);
  const of = (split: ImageSplit) => rows.find((row) => row.split === split)?.count ?? 0;
  return { train: of('train'), val: of('val'), test: of('test') };
}

/** An image of a run with what its dataset says of it. */
export interface RunImageRow {
  readonly key: number;
  readonly datasetId: string;
  readonly split: ImageSplit;
  readonly truth: Emotion;
  readonly subject: string | null;
  readonly group: 'child' | 'adult' | null;
  readonly ageYears: number | null;
  /** Seven, in the order of EMOTIONS. */
  readonly probabilities: Float32Array;
}

const SELECT = `
  SELECT image_key AS key, dataset_id AS datasetId, split, truth, subject, subject_group AS "group",
         age_years AS ageYears, probabilities
  FROM run_images JOIN dataset_images ON dataset_images.key = image_key WHERE run_id = ?`;

/** By key. @param split Null for all. */
export function readRunImages(db: ReadableDb, runId: string, split: ImageSplit | null): RunImageRow[] {
  return db
    .prepare<
      [string, string | null, string | null],
      Omit<RunImageRow, 'probabilities'> & { probabilities: Uint8Array }
    >(`${SELECT} AND (? IS NULL OR split = ?) ORDER BY image_key`)
    .all(runId, split, split)
    .map((row) => ({ ...row, probabilities: floatsOf(row.probabilities) }));
}

/** The encoder's output for each image of a run that has one, by key. @returns Row-major [keys, columns]. */
export function readEmbeddings(
  db: ReadableDb,
  runId: string,
): { readonly keys: Uint32Array<ArrayBuffer>; readonly columns: number; readonly values: Float32Array<ArrayBuffer> } {
  const rows = db
    .prepare<[string], { key: number; embedding: Uint8Array }>(
      `SELECT image_key AS key, embedding FROM run_images
       WHERE run_id = ? AND embedding IS NOT NULL ORDER BY image_key`,
    )
    .all(runId);
  const columns = rows.length === 0 ? 0 : rows[0]!.embedding.byteLength / Float32Array.BYTES_PER_ELEMENT;
  const values = new Float32Array(rows.length * columns);
  for (const [index, { embedding }] of rows.entries()) values.set(floatsOf(embedding), index * columns);
  return { keys: Uint32Array.from(rows, ({ key }) => key), columns, values };
}

/** The emotion that seven probabilities name; the first of equals. */
export function namedBy(probabilities: Float32Array): Emotion {
  return EMOTIONS[probabilities.indexOf(Math.max(...probabilities))] ?? EMOTIONS[0];
}

function bytesOf(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** In memory of its own, aligned. */
function floatsOf(bytes: Uint8Array): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

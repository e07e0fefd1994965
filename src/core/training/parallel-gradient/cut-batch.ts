import type { Batch } from '../step/gradient-step.ts';

/** Some images of a batch with all their views. */
export interface BatchPart {
  readonly batch: Batch;
  /** Row of the whole batch, for each row of the part. */
  readonly rows: Int32Array;
}

/** A part of one image has nothing to be normalised by or contrasted with. */
const LEAST_IMAGES = 2;

/**
 * Deals the images of a batch out to parts, like cards: a regime puts its groups one after the other, and each part is to
 * have some of both. The views of an image stay together.
 *
 * @param parts How many there should be; there are fewer where a part would have less than two images.
 */
export function cutBatch(batch: Batch, parts: number): BatchPart[] {
  const images = new Set(batch.images).size;
  const count = Math.max(1, Math.min(parts, Math.floor(images / LEAST_IMAGES)));
  return Array.from({ length: count }, (_, part) => {
    const rows = Int32Array.from(batch.images.keys()).filter((row) => batch.images[row]! % count === part);
    return { rows, batch: selectRows(batch, rows) };
  });
}

function selectRows(batch: Batch, rows: Int32Array): Batch {
  return {
    pixels: selectFrom(batch.pixels, batch.classes.length, rows),
    classes: rows.map((row) => batch.classes[row]!),
    images: rows.map((row) => batch.images[row]!),
    targets: selectFrom(batch.targets, batch.classes.length, rows),
  };
}

/** @param matrix Row-major [height, columns]. @returns Row-major [rows, columns], new memory. */
function selectFrom(matrix: Float32Array, height: number, rows: Int32Array): Float32Array {
  const columns = matrix.length / height;
  const selected = new Float32Array(rows.length * columns);
  for (const [to, from] of rows.entries()) {
    selected.set(matrix.subarray(from * columns, (from + 1) * columns), to * columns);
  }
  return selected;
}

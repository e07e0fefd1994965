import type { Batch } from '../step/gradient-step.ts';

/** Some rows of a batch, one after the other. */
export interface BatchPart {
  readonly rows: number;
  /** Of these rows; new memory. */
  readonly pixels: Float32Array;
}

/**
 * Cuts the rows of a batch into parts of the same length, or one row less. Which rows are together decides nothing, since
 * the loss is taken of all of them.
 *
 * @param parts How many there should be; there are fewer where there are fewer rows.
 */
export function cutBatch({ pixels, classes }: Batch, parts: number): BatchPart[] {
  const rows = classes.length;
  const count = Math.min(parts, rows);
  const rowLength = pixels.length / rows;
  const startOf = (part: number) => Math.ceil((part * rows) / count);
  return Array.from({ length: count }, (_, part) => {
    const [from, to] = [startOf(part), startOf(part + 1)];
    return { rows: to - from, pixels: pixels.slice(from * rowLength, to * rowLength) };
  });
}

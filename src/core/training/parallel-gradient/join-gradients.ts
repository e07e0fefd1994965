import type { LossAndGradient } from '../step/gradient-step.ts';

/** What came of a part of a batch. */
export interface PartResult {
  /** Row of the whole batch, for each row of the part. */
  readonly rows: Int32Array;
  readonly result: LossAndGradient;
}

/**
 * The mean of the parts' losses and gradients, each by its share of the rows, summed in the order of the parts, so that the
 * same parts give the same bits.
 *
 * @param parts One or more; together they have every row of the batch once.
 */
export function joinGradients(parts: readonly PartResult[]): LossAndGradient {
  const [first] = parts;
  if (!first) throw new RangeError('one part of a batch or more was expected; found none');
  const allRows = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const shares = parts.map(({ rows }) => rows.length / allRows);
  const meanOf = (take: (result: LossAndGradient) => number) =>
    parts.reduce((sum, { result }, p) => sum + shares[p]! * take(result), 0);
  const kinds = Object.keys(first.result.parts) as (keyof LossAndGradient['parts'])[];
  return {
    loss: meanOf(({ loss }) => loss),
    gradient: first.result.gradient.map((_, i) => meanOf(({ gradient }) => gradient[i]!)),
    parts: Object.fromEntries(kinds.map((kind) => [kind, meanOf((result) => result.parts[kind]!)])),
    chance: first.result.chance === null ? null : meanOf(({ chance }) => chance!),
    embeddings: first.result.embeddings && joinRows(parts, allRows),
  };
}

/** The parts' embeddings in the order of the batch. */
function joinRows(parts: readonly PartResult[], allRows: number): Float32Array {
  const columns = parts[0]!.result.embeddings!.length / parts[0]!.rows.length;
  const joined = new Float32Array(allRows * columns);
  for (const { rows, result } of parts) {
    for (const [from, to] of rows.entries()) {
      joined.set(result.embeddings!.subarray(from * columns, (from + 1) * columns), to * columns);
    }
  }
  return joined;
}

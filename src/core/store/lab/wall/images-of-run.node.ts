import type { ReadableDb } from '../../store.node.ts';
import { saidBy } from './probabilities.ts';
import type { RunPart } from './wall-filter.ts';

interface RunImageRow {
  readonly imageKey: number;
  readonly truth: string;
  readonly probabilities: Uint8Array;
}

/** Keys of the images of a run that are meant, in the order in which the run has them. */
export function imagesOfRun(
  db: ReadableDb,
  { runId, split, truth, said, right, sureFrom = 0, sureTo = 1 }: RunPart,
): Set<number> {
  const rows = db
    .prepare<Record<string, string | null>[], RunImageRow>(
      `SELECT image_key AS imageKey, truth, probabilities FROM run_images
       WHERE run_id = @runId AND (@split IS NULL OR split = @split) AND (@truth IS NULL OR truth = @truth)
       ORDER BY image_key`,
    )
    .iterate({ runId, split: split ?? null, truth: truth ?? null });
  const keys = new Set<number>();
  for (const row of rows) {
    const { emotion, probability } = saidBy(row.probabilities);
    if (said !== undefined && emotion !== said) continue;
    if (right !== undefined && (emotion === row.truth) !== right) continue;
    if (probability <= sureFrom || probability > sureTo) continue;
    keys.add(row.imageKey);
  }
  return keys;
}

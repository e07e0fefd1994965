import { countLooksFromElsewhere } from '../train/test-looks.node.ts';
import type { StudyFile } from './study-file.ts';
import { readResult } from './study-folder.node.ts';

/** Who has looked at a test set when a cell has. */
export function lookerOf(id: string): string {
  return `study ${id}`;
}

/**
 * Counts, in this site's folder of data, the looks of cells that ran with another one, as on a cluster.
 *
 * @param ids Cells of the study; those without a result have not looked.
 */
export async function countLooksOfCells(
  dir: string,
  { testHashes }: StudyFile,
  ids: readonly string[],
  dataDir: string,
): Promise<void> {
  const results = await Promise.all(ids.map((id) => readResult(dir, id)));
  const done = results.filter((result) => result?.kind === 'done');
  for (const testHash of testHashes) {
    const looks = done.map(({ id, finishedAtIso }) => ({
      testHash,
      modelId: lookerOf(id),
      atMs: Date.parse(finishedAtIso),
    }));
    countLooksFromElsewhere(dataDir, looks);
  }
}

import { CallError } from '../../../contract/error.ts';
import { type DatasetStatement, type StatedFolder, statementSchema } from '../../../core/dataset/said/statement.ts';
import { listDatasets, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';

/** What somebody said of a dataset's images; null for nothing. */
export function statementOf({ statement }: Pick<StoredDataset, 'statement'>): DatasetStatement | null {
  return statement === null ? null : statementSchema.parse(statement);
}

/**
 * A run uses no images of real people of which nobody has said that it may.
 *
 * @throws CallError naming the first dataset of which it was said that nothing covers it yet.
 */
export function assertMayTrain(datasets: readonly StoredDataset[]): void {
  const without = datasets.find((dataset) => statementOf(dataset)?.consent === 'none');
  if (without) throw new CallError('no-consent', failure('lab.dataset-no-consent', { dataset: without.name }));
}

/** What was said of these folders, for a job that reads them; folders of which nobody said anything are left out. */
export function statedFolders(db: ReadableDb, datasetDirs: readonly string[]): StatedFolder[] {
  return listDatasets(db)
    .filter(({ dir }) => datasetDirs.includes(dir))
    .flatMap((dataset) => {
      const statement = statementOf(dataset);
      return statement ? [{ dir: dataset.dir, statement }] : [];
    });
}

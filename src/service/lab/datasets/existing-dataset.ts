import { CallError } from '../../../contract/error.ts';
import { findDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';

/** @throws CallError if there is none. */
export function existingDataset(db: ReadableDb, datasetId: string): StoredDataset {
  const dataset = findDataset(db, datasetId);
  if (!dataset) throw new CallError('not-found', failure('lab.dataset-not-there'));
  return dataset;
}

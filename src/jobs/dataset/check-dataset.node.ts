import { checkDataset } from '../../core/dataset/check/check.ts';
import type { DatasetCheck } from '../../core/dataset/check/report.ts';
import { DatasetError, type DatasetProblem, type ImageRecord } from '../../core/dataset/dataset.ts';
import { loadFaces } from '../../core/dataset/faces/load-faces.node.ts';
import { findNearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.node.ts';
import { type ReadOptions, readDataset } from '../../core/dataset/read-dataset.node.ts';
import { startWasm } from '../../core/engine/wasm.node.ts';
import { type KeptData, openKeptFaces } from './kept-faces.node.ts';

export interface DatasetCheckJob extends ReadOptions {
  readonly datasetDirs: readonly string[];
  /** A second column of labels to compare with, where the dataset has it. */
  readonly secondColumn: string;
}

export interface DatasetCheckOptions extends KeptData {
  /** @param what "faces" while images are opened, "copies" while they are compared. */
  readonly onProgress?: (what: 'faces' | 'copies', done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Opens every image of a dataset, and says what it holds and which findings matter for training. Changes nothing. Only
 * the faces' crops are kept in memory, 3.6 kB each.
 *
 * @throws DatasetError if a folder cannot be read; the signal's reason when aborted.
 */
export async function checkDatasetFolders(
  { datasetDirs, secondColumn, ...read }: DatasetCheckJob,
  { onProgress, signal, ...kept }: DatasetCheckOptions = {},
): Promise<DatasetCheck> {
  const dataset = await readDataset(datasetDirs, read);
  await startWasm();
  using cache = openKeptFaces(kept);
  const loaded = await loadFaces(dataset.records, {
    cache,
    onProgress: (done, total) => onProgress?.('faces', done, total),
    signal,
  });
  const duplicates = await findNearDuplicates(loaded.faces, {
    withinSubjects: true,
    onProgress: (done, total) => onProgress?.('copies', done, total),
    signal,
  });
  return checkDataset({
    dataset: { ...dataset, remarks: [...dataset.remarks, ...loaded.remarks] },
    shown: without(dataset.records, loaded.problems),
    faceless: loaded.problems,
    duplicates,
    second: await readSecond(datasetDirs, read, secondColumn),
  });
}

/** Null where there is no such column: most datasets have one label for each image. */
async function readSecond(dirs: readonly string[], read: ReadOptions, column: string) {
  if (column === read.labelColumn) return null;
  try {
    const { records } = await readDataset(dirs, { ...read, labelColumn: column });
    return { column, records };
  } catch (error) {
    if (error instanceof DatasetError) return null;
    throw error;
  }
}

/** The records in the order of the faces that were found in them. */
function without(records: readonly ImageRecord[], problems: readonly DatasetProblem[]): ImageRecord[] {
  const key = ({ dir, path, row }: Pick<DatasetProblem, 'dir' | 'path' | 'row'>) => JSON.stringify([dir, path, row]);
  const left = new Set(problems.map(key));
  return records.filter((record) => !left.has(key(record)));
}

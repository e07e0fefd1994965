import { availableParallelism } from 'node:os';
import { CallError } from '../../../contract/error.ts';
import type { StudyQuestion } from '../../../contract/study.ts';
import { findDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { type StudySettings, studySettingsSchema } from '../../../jobs/study/study-file.ts';

/** Small nets gain nothing from more, and a ward's machine has other things to do. */
const MOST_THREADS = 4;

export function studyThreads(): number {
  return Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
}

/**
 * A study as the jobs know it, of what a person asked for.
 *
 * @throws CallError when a dataset is not there any more, or holds kept pictures: what consent covers changes by the day, and
 *   cells are only compared that saw the same images.
 */
export function studySettings(
  db: ReadableDb,
  { datasetIds, learners, regimes, sizes, repeats, budgetSteps, encoder }: StudyQuestion,
): { settings: StudySettings; datasetNames: string[] } {
  const datasets = datasetIds.map((id) => folderDataset(db, id));
  const settings = studySettingsSchema.parse({
    datasetDirs: datasets.map(({ dir }) => dir),
    learners,
    regimes,
    sizes,
    seeds: Array.from({ length: repeats }, (_, index) => index + 1),
    budgetSteps,
    encoder,
    threads: studyThreads(),
  });
  return { settings, datasetNames: datasets.map(({ name }) => name) };
}

function folderDataset(db: ReadableDb, datasetId: string): StoredDataset {
  const dataset = findDataset(db, datasetId);
  if (!dataset) throw new CallError('not-found', failure('lab.dataset-not-there'));
  if (dataset.kind !== 'folder') {
    throw new CallError('conflict', failure('lab.study-needs-folders', { dataset: dataset.name }));
  }
  return dataset;
}

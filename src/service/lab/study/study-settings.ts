import { availableParallelism } from 'node:os';
import { CallError } from '../../../contract/error.ts';
import type { StudyQuestion } from '../../../contract/study.ts';
import { spellingKey } from '../../../core/dataset/find-file.node.ts';
import { isSealedDir } from '../../../core/store/lab/dataset-files.node.ts';
import type { StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { type StudySettings, studySettingsSchema } from '../../../jobs/study/study-file.ts';
import { assertMayTrain, statedFolders } from '../../runtime/lab-jobs/dataset-statement.ts';
import { endedTraining } from '../../runtime/models/training-consents.ts';
import { folderConsent } from '../datasets/consented-subjects.ts';
import { existingDataset } from '../datasets/existing-dataset.ts';

/** Small nets gain nothing from more, and a ward's machine has other things to do. */
const MOST_THREADS = 4;

export function studyThreads(): number {
  return Math.min(MOST_THREADS, Math.max(1, availableParallelism() - 1));
}

/**
 * A study as the jobs know it, of what a person asked for. Enrolled children whose consent does not cover training are left
 * out.
 *
 * @throws CallError when a dataset is not there any more, lies sealed, or holds kept pictures: what consent covers changes by
 *   the day, and cells are only compared that saw the same images.
 */
export function studySettings(
  { db, now }: { readonly db: ReadableDb; readonly now: Date },
  { datasetIds, learners, regimes, sizes, repeats, budgetSteps, encoder }: StudyQuestion,
): { settings: StudySettings; datasetNames: string[] } {
  const datasets = datasetIds.map((id) => folderDataset(db, id));
  assertMayTrain(datasets);
  const datasetDirs = datasets.map(({ dir }) => dir);
  const settings = studySettingsSchema.parse({
    datasetDirs,
    stated: statedFolders(db, datasetDirs),
    exclude: folderConsent(db, datasetDirs, now).leftOut,
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

/** @throws CallError when consent to training has ended for a child whom the study's cells may have trained on. */
export function assertConsentHolds(
  { db, now }: { readonly db: ReadableDb; readonly now: Date },
  { datasetDirs, exclude }: StudySettings,
): void {
  const leftOut = new Set(folderConsent(db, datasetDirs, now).leftOut.map(spellingKey));
  for (const each of exclude) leftOut.delete(spellingKey(each));
  const ended = endedTraining(db, now).filter(({ code }) => leftOut.has(spellingKey(code)));
  if (ended.length > 0) throw new CallError('no-consent', failure('lab.study-consent-ended', { count: ended.length }));
}

function folderDataset(db: ReadableDb, datasetId: string): StoredDataset {
  const dataset = existingDataset(db, datasetId);
  if (dataset.kind !== 'folder') {
    throw new CallError('conflict', failure('lab.study-needs-folders', { dataset: dataset.name }));
  }
  if (isSealedDir(dataset.dir)) throw new CallError('conflict', failure('lab.study-sealed', { dataset: dataset.name }));
  return dataset;
}

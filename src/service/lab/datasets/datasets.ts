import { basename, resolve } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import { DatasetError } from '../../../core/dataset/dataset.ts';
import { readDataset, UNLABELLED } from '../../../core/dataset/read-dataset.node.ts';
import { readImages } from '../../../core/dataset/read-images.node.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { goOnIndexing, indexAnew, stopIndexing } from '../../../core/store/lab/dataset-images.node.ts';
import { addDataset, listDatasets, removeDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { countedDataset } from '../../review/kept-pictures.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { removeSealedFiles } from '../../runtime/lab-jobs/sealed-files.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { describeDataset } from './describe-dataset.ts';
import { existingDataset } from './existing-dataset.ts';

/** Problems that are kept; all are counted. */
const MAX_PROBLEMS = 100;

/** Datasets: folders of images on this machine, and pictures that sessions kept. Their images stay where they are. */
export const datasetsHandlers: Handlers<
  'datasets.list' | 'datasets.add' | 'datasets.stopIndexing' | 'datasets.goOnIndexing' | 'datasets.remove'
> = {
  'datasets.list'(context) {
    const { db, now, runtime } = context;
    runtime.indexRuns.wake();
    return listDatasets(db).map((dataset) => describeDataset(context, countedDataset(db, dataset, now)));
  },

  async 'datasets.add'(context, { dir }) {
    const dataset = await summariseDataset(dir);
    // One that is added again is looked at from the beginning.
    const before = listDatasets(context.db).find(({ dir: known }) => known === dataset.dir);
    if (before) await context.runtime.indexRuns.interrupt(before.id);
    const added = inTransaction(context.db, () => {
      const stored = addDataset(context.db, dataset);
      indexAnew(context.db, stored.id);
      recordAction(context, 'datasets.add', stored.id);
      return stored;
    });
    context.runtime.indexRuns.wake();
    return describeDataset(context, added);
  },

  async 'datasets.stopIndexing'(context, { datasetId }) {
    existingDataset(context.db, datasetId);
    inTransaction(context.db, () => {
      stopIndexing(context.db, datasetId);
      recordAction(context, 'datasets.stopIndexing', datasetId);
    });
    await context.runtime.indexRuns.interrupt(datasetId);
    context.runtime.events.emit('datasets.changed', {});
    return {};
  },

  'datasets.goOnIndexing'(context, { datasetId }) {
    existingDataset(context.db, datasetId);
    inTransaction(context.db, () => {
      goOnIndexing(context.db, datasetId);
      recordAction(context, 'datasets.goOnIndexing', datasetId);
    });
    context.runtime.indexRuns.wake();
    context.runtime.events.emit('datasets.changed', {});
    return {};
  },

  async 'datasets.remove'(context, { datasetId }) {
    existingDataset(context.db, datasetId);
    stopIndexing(context.db, datasetId);
    await context.runtime.indexRuns.interrupt(datasetId);
    inTransaction(context.db, () => {
      if (removeDataset(context.db, datasetId).kind === 'not-found') {
        throw new CallError('not-found', failure('lab.dataset-not-there'));
      }
      recordAction(context, 'datasets.remove', datasetId);
    });
    removeSealedFiles(context.site.folder, datasetId);
    return {};
  },
};

/**
 * Reads a dataset's folder and counts what is in it.
 *
 * @throws DatasetError if the folder is not there or holds no dataset.
 */
export async function summariseDataset(dir: string): Promise<Omit<StoredDataset, 'id' | 'kind'>> {
  const folder = resolve(dir);
  const { name, records, problems, subjectsKnown, images } = await labelledOrNot(folder);
  const subjects = (group: 'child' | 'adult') =>
    new Set(records.filter((each) => each.group === group).map((each) => each.subject)).size;
  const counts = EMOTIONS.map((emotion) => [emotion, records.filter((each) => each.emotion === emotion).length]);
  return {
    name,
    dir: folder,
    images,
    children: subjects('child'),
    adults: subjects('adult'),
    imagesByEmotion: Object.fromEntries(counts) as Record<Emotion, number>,
    subjectsKnown,
    problems: problems.slice(0, MAX_PROBLEMS).map(({ path, row, rows, why }) => ({ path, row, rows, why })),
    problemCount: problems.length,
  };
}

/** A folder that says of no image what it shows is welcome, too: its images can be looked at and labelled. */
async function labelledOrNot(folder: string) {
  try {
    const dataset = await readDataset([folder], { labelColumn: 'emotion' });
    return { ...dataset, images: dataset.records.length };
  } catch (error) {
    if (!(error instanceof DatasetError) || !UNLABELLED.includes(error.reason)) throw error;
    const { images, problems } = await readImages([folder]);
    return { name: basename(folder), records: [], problems, subjectsKnown: false, images: images.length };
  }
}

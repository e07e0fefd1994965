import { basename, resolve } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import { DatasetError } from '../../../core/dataset/dataset.ts';
import { isUnlabelled } from '../../../core/dataset/layouts/unlabelled.ts';
import { readDataset, UNLABELLED } from '../../../core/dataset/read-dataset.node.ts';
import { readImages } from '../../../core/dataset/read-images.node.ts';
import type { DatasetStatement } from '../../../core/dataset/said/statement.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { isSealedDir } from '../../../core/store/lab/dataset-files.node.ts';
import { goOnIndexing, indexAnew, nameAnew, stopIndexing } from '../../../core/store/lab/dataset-images.node.ts';
import {
  addDataset,
  findDataset,
  listDatasets,
  type NewDataset,
  removeDataset,
  stateDataset,
} from '../../../core/store/lab/datasets.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { countedDataset } from '../../review/kept-pictures.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { removeSealedFiles } from '../../runtime/lab-jobs/sealed-files.ts';
import { recordAction } from '../../runtime/record-action.ts';
import { describeDataset } from './describe-dataset.ts';
import { existingDataset } from './existing-dataset.ts';

/** Problems that are kept; all are counted. */
const MAX_PROBLEMS = 100;

/** Datasets: folders of images on this machine, and pictures that sessions kept. Their images stay where they are. */
export const datasetsHandlers: Handlers<
  | 'datasets.list'
  | 'datasets.add'
  | 'datasets.state'
  | 'datasets.stopIndexing'
  | 'datasets.goOnIndexing'
  | 'datasets.remove'
> = {
  'datasets.list'(context) {
    const { db, now, runtime } = context;
    runtime.indexRuns.wake();
    return listDatasets(db).map((dataset) => describeDataset(context, countedDataset(db, dataset, now)));
  },

  async 'datasets.add'(context, { dir, statement }) {
    const dataset = await summariseDataset(dir, statement);
    // One that is added again is looked at from the beginning.
    const before = listDatasets(context.db).find(({ dir: known }) => known === dataset.dir);
    if (before) await interrupted(context, before.id, true);
    const added = inTransaction(context.db, () => {
      const stored = addDataset(context.db, dataset);
      indexAnew(context.db, stored.id);
      recordAction(context, 'datasets.add', stored.id);
      return stored;
    });
    context.runtime.indexRuns.wake();
    return describeDataset(context, added);
  },

  async 'datasets.state'(context, { datasetId, statement }) {
    const { db, runtime } = context;
    const { dir } = existingDataset(context.db, datasetId);
    const counted = isSealedDir(dir) ? null : await summariseDataset(dir, statement);
    await interrupted(context, datasetId, true);
    inTransaction(db, () => {
      if (counted) addDataset(db, counted);
      stateDataset(db, datasetId, statement);
      nameAnew(db, datasetId);
      recordAction(context, 'datasets.state', datasetId);
    });
    runtime.indexRuns.wake();
    runtime.events.emit('datasets.changed', {});
    return describeDataset(context, findDataset(db, datasetId)!);
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
    await interrupted(context, datasetId);
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

/** Ends the work on a dataset, which is not gone on with before somebody says so. */
async function interrupted({ db, runtime }: SignedInContext, datasetId: string, isBegunAnew = false): Promise<void> {
  stopIndexing(db, datasetId);
  await runtime.indexRuns.interrupt(datasetId, isBegunAnew);
}

/**
 * Reads a dataset's folder and counts what is in it.
 *
 * @param statement What somebody says of its images.
 * @throws DatasetError if the folder is not there or holds no dataset.
 */
export async function summariseDataset(dir: string, statement: DatasetStatement | null = null): Promise<NewDataset> {
  const folder = resolve(dir);
  const { name, records, problems, subjectsKnown, images } = await labelledOrNot(folder, statement);
  const subjects = (group: 'child' | 'adult') =>
    new Set(records.filter((each) => each.group === group).map((each) => each.subject)).size;
  const counts = EMOTIONS.map((emotion) => [emotion, records.filter((each) => each.emotion === emotion).length]);
  return {
    name,
    dir: folder,
    statement,
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
async function labelledOrNot(folder: string, statement: DatasetStatement | null) {
  const stated = statement ? [{ dir: folder, statement }] : [];
  try {
    const dataset = await readDataset([folder], { labelColumn: 'emotion', stated });
    if (!statement) return { ...dataset, images: dataset.records.length };
    // An image without a label is no problem: it can be labelled.
    const problems = dataset.problems.filter(({ why }) => !isUnlabelled(why));
    return { ...dataset, problems, images: (await readImages([folder], stated)).images.length };
  } catch (error) {
    if (!(error instanceof DatasetError) || !UNLABELLED.includes(error.reason)) throw error;
    const { images, problems } = await readImages([folder], stated);
    return { name: basename(folder), records: [], problems, subjectsKnown: false, images: images.length };
  }
}

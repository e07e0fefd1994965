import { resolve } from 'node:path';
import { type Dataset, datasetSchema } from '../../../contract/datasets.ts';
import { CallError } from '../../../contract/error.ts';
import { readDataset } from '../../../core/dataset/read-dataset.node.ts';
import { EMOTIONS, type Emotion } from '../../../core/emotion/emotion.ts';
import { addDataset, listDatasets, removeDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { countedDataset } from '../../review/kept-pictures.ts';
import type { Handlers } from '../../runtime/call-context.ts';
import { recordAction } from '../../runtime/record-action.ts';

/** Problems that are kept; all are counted. */
const MAX_PROBLEMS = 100;

/** Datasets: folders of images on this machine, and pictures that sessions kept. Their images stay where they are. */
export const datasetsHandlers: Handlers<'datasets.list' | 'datasets.add' | 'datasets.remove'> = {
  'datasets.list': ({ db, now }) => listDatasets(db).map((dataset) => described(countedDataset(db, dataset, now))),

  async 'datasets.add'(context, { dir }) {
    const dataset = await summariseDataset(dir);
    return inTransaction(context.db, () => {
      const added = addDataset(context.db, dataset);
      recordAction(context, 'datasets.add', added.id);
      return described(added);
    });
  },

  'datasets.remove'(context, { datasetId }) {
    inTransaction(context.db, () => {
      if (removeDataset(context.db, datasetId).kind === 'not-found') {
        throw new CallError('not-found', failure('lab.dataset-not-there'));
      }
      recordAction(context, 'datasets.remove', datasetId);
    });
    return {};
  },
};

function described({ kind, dir, ...dataset }: StoredDataset): Dataset {
  return datasetSchema.parse({ ...dataset, dir: kind === 'folder' ? dir : null });
}

/**
 * Reads a dataset's folder and counts what is in it.
 *
 * @throws DatasetError if the folder is not there or holds no dataset.
 */
export async function summariseDataset(dir: string): Promise<Omit<StoredDataset, 'id' | 'kind'>> {
  const folder = resolve(dir);
  const { name, records, problems, subjectsKnown } = await readDataset([folder], { labelColumn: 'emotion' });
  const subjects = (group: 'child' | 'adult') =>
    new Set(records.filter((each) => each.group === group).map((each) => each.subject)).size;
  const counts = EMOTIONS.map((emotion) => [emotion, records.filter((each) => each.emotion === emotion).length]);
  return {
    name,
    dir: folder,
    images: records.length,
    children: subjects('child'),
    adults: subjects('adult'),
    imagesByEmotion: Object.fromEntries(counts) as Record<Emotion, number>,
    subjectsKnown,
    problems: problems.slice(0, MAX_PROBLEMS).map(({ path, row, rows, why }) => ({ path, row, rows, why })),
    problemCount: problems.length,
  };
}

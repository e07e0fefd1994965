import type { RelabelledDataset } from '../../../core/dataset/relabel.ts';
import { listDatasets } from '../../../core/store/lab/datasets.node.ts';
import { labelOverrides } from '../../../core/store/lab/wall/label-overrides.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';

/** What people say now of the images of these folders, for a training; folders of which nobody says anything are left out. */
export function relabelledDatasets(db: ReadableDb, datasetDirs: readonly string[]): RelabelledDataset[] {
  return listDatasets(db)
    .filter(({ kind, dir }) => kind === 'folder' && datasetDirs.includes(dir))
    .map(({ id, dir }) => ({
      dir,
      images: labelOverrides(db, id).map(({ path, becomes }) => ({ path, becomes })),
    }))
    .filter(({ images }) => images.length > 0);
}

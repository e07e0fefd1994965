import type { RelabelledDataset, RelabelledImage } from '../../../core/dataset/relabel.ts';
import { listDatasets } from '../../../core/store/lab/datasets.node.ts';
import { labelledUses, type UsedImage } from '../../../core/store/lab/use/image-uses.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { consentOfSubjects } from '../datasets/consented-subjects.ts';

/** What people say now of the images of these folders, for a training; folders of which nobody says anything are left out. */
export function relabelledDatasets(db: ReadableDb, datasetDirs: readonly string[], now: Date): RelabelledDataset[] {
  return listDatasets(db)
    .filter(({ kind, dir }) => kind === 'folder' && datasetDirs.includes(dir))
    .map(({ id, dir }) => ({
      dir,
      images: labelledUses(db, id, consentOfSubjects(db, id, now)).flatMap((image) => relabelled(image) ?? []),
    }))
    .filter(({ images }) => images.length > 0);
}

/** Null for an image that a run leaves out whatever people say that it shows. */
function relabelled({ path, emotion, use, subject, group, ageYears, split }: UsedImage): RelabelledImage | null {
  if (use.emotion) {
    if (emotion !== null) return { path, becomes: use.emotion };
    return group && { path, becomes: use.emotion, unlabelled: { subject, group, ageYears, split } };
  }
  switch (use.name) {
    case 'disputed':
      return { path, becomes: 'disputed' };
    case 'labelled-no-face':
    case 'labelled-not-usable':
      return { path, becomes: 'left-out' };
    default:
      return null;
  }
}

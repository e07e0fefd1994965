import { join, relative, sep } from 'node:path';
import { CallError } from '../../../contract/error.ts';
import { writeKeptPictures } from '../../../core/dataset/kept-pictures-folder.node.ts';
import { facesToTrainOn, readFace, readVotes } from '../../../core/store/lab/batch-faces.node.ts';
import { isSealedDir } from '../../../core/store/lab/dataset-files.node.ts';
import { readCrop } from '../../../core/store/lab/dataset-pictures.node.ts';
import { findDataset, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import type { ReadableDb } from '../../../core/store/store.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { modelIdOf } from '../../../jobs/train/model-config.ts';
import type { CompleteTrainingJob, TrainingJob } from '../../../jobs/train/training-job.ts';
import { trainablePictures } from '../../review/kept-pictures.ts';
import { statementOf } from '../../runtime/lab-jobs/dataset-statement.ts';
import { removePicturesOfRun, type SiteFolder } from '../../runtime/site-folder.ts';
import { consentOfSubjects, enrolledSubjects, folderConsent } from '../datasets/consented-subjects.ts';

/**
 * Kept pictures on their way into a training. They lie sealed in the store; the trainer is another process and reads
 * folders. So they are written into one right before it starts, as consent stands then, sealed under a key that only this process
 * and the trainer hold in memory, and removed when it has ended.
 */

/** Where a run finds a dataset. The last part names it in the log and on the model's card. */
export function datasetDirOf(folder: SiteFolder, runId: string, dataset: StoredDataset): string {
  if (dataset.kind === 'folder' && !isSealedDir(dataset.dir)) return dataset.dir;
  return join(folder.picturesDir, runId, dataset.id, modelIdOf(dataset.name));
}

/** A run's job whose sealed pictures are laid out at another place, so that two who read them do not remove each other's. */
export function laidOutAt(
  { picturesDir }: SiteFolder,
  job: CompleteTrainingJob,
  { from, to }: { readonly from: string; readonly to: string },
): CompleteTrainingJob {
  const moved = (dir: string) => {
    const before = join(picturesDir, from) + sep;
    return dir.startsWith(before) ? join(picturesDir, to, dir.slice(before.length)) : dir;
  };
  return {
    ...job,
    datasetDirs: job.datasetDirs.map(moved),
    relabelled: job.relabelled.map((each) => ({ ...each, dir: moved(each.dir) })),
  };
}

/**
 * Writes the pictures that a run is to read and that lie sealed.
 *
 * @returns Ids of the enrolled children whose pictures it reads, in folders of images too.
 * @throws CallError when a dataset is not there any more, or nothing of it may be used today; nothing is left then.
 */
export function layOutPictures(
  { db, folder, now }: { readonly db: ReadableDb; readonly folder: SiteFolder; readonly now: Date },
  runId: string,
  { datasetDirs }: Pick<TrainingJob, 'datasetDirs'>,
): Set<string> {
  const runsPictures = join(folder.picturesDir, runId);
  const childIds = new Set(folderConsent(db, datasetDirs, now).childIds);
  removePicturesOfRun(folder, runId);
  try {
    for (const dir of datasetDirs) {
      if (!dir.startsWith(runsPictures + sep)) continue;
      const [datasetId = ''] = relative(runsPictures, dir).split(sep);
      for (const childId of layOut(db, { dir, datasetId, now })) childIds.add(childId);
    }
    return childIds;
  } catch (error) {
    removePicturesOfRun(folder, runId);
    throw error;
  }
}

function layOut(
  db: ReadableDb,
  { dir, datasetId, now }: { readonly dir: string; readonly datasetId: string; readonly now: Date },
): string[] {
  const dataset = findDataset(db, datasetId);
  if (!dataset) throw new CallError('conflict', failure('lab.pictures-removed'));
  if (dataset.kind === 'folder') return layOutFaces(db, { dir, dataset, now });
  const pictures = trainablePictures(db, datasetId, now).flatMap((picture) => {
    const grey = readCrop(db, picture);
    return grey ? [{ ...picture, subject: picture.childCode, grey }] : [];
  });
  if (pictures.length === 0) {
    throw new CallError('no-consent', failure('lab.pictures-no-consent', { dataset: dataset.name }));
  }
  const isDemo = pictures.some(({ source }) => source === 'demo-clip');
  writeKeptPictures(dir, pictures, {
    shows: isDemo ? 'pictures kept in demo sessions, of a rendered child among others' : 'pictures kept in sessions',
    realChildren: !isDemo,
    licence: 'none: they must not leave the site',
  });
  return pictures.map(({ childId }) => childId);
}

/** Faces of images that lie sealed: cut out already, as a run would cut them. */
function layOutFaces(
  db: ReadableDb,
  { dir, dataset, now }: { readonly dir: string; readonly dataset: StoredDataset; readonly now: Date },
): string[] {
  const faces = facesToTrainOn(db, dataset.id, consentOfSubjects(db, dataset.id, now)).map((face) => ({
    ...face,
    // Where people say otherwise, the run is told so, and tells how often.
    emotion: face.emotion ?? face.shown,
    votes: readVotes(db, face.key),
    grey: readFace(db, face.key),
  }));
  if (faces.length === 0) throw new CallError('conflict', failure('lab.no-usable-faces', { dataset: dataset.name }));
  const { shows, realChildren, licence } = statementOf(dataset) ?? {
    shows: `images of this site (${dataset.name})`,
    realChildren: true,
    licence: null,
  };
  writeKeptPictures(dir, faces, { shows, realChildren, licence });
  return [...enrolledSubjects(db, dataset.id, now).consented];
}

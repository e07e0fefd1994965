import { CallError } from '../../../contract/error.ts';
import { listDatasets } from '../../../core/store/lab/datasets.node.ts';
import { addRunImages, removeRunImages } from '../../../core/store/lab/run-images.node.ts';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { failure } from '../../../core/words/failure.ts';
import { trainingJobSchema } from '../../../jobs/train/training-job.ts';
import type { RunReadingListener } from '../../runtime/lab-jobs/run-readings.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { removePicturesOfRun } from '../../runtime/site-folder.ts';
import { reportIncident } from '../../runtime/to-call-error.ts';
import { runDir } from '../runs/run-folder.ts';
import { datasetDirOf, layOutPictures } from '../runs/run-pictures.ts';

/**
 * Reads the images of a finished run with its own model, beside everything else, and keeps what it says of them in the
 * store. What was kept before is replaced.
 *
 * @throws CallError where kept pictures that it was made from may not be used today.
 */
export function readRunImages(runtime: Runtime, { db, folder }: OpenSite, run: StoredRun): void {
  const job = {
    ...trainingJobSchema.parse(run.job),
    outDir: runDir(folder, run.id),
    dataDir: runtime.options.dataDir,
  };
  const childIds = layOutPictures({ db, folder, now: runtime.options.now() }, run.id, job);
  const datasetIds = new Map(listDatasets(db).map((each) => [datasetDirOf(folder, run.id, each), each.id]));
  let isFirst = true;
  const changed = () => runtime.events.emit('results.changed', { runId: run.id });
  const listener: RunReadingListener = {
    onImages(images) {
      if (isFirst) removeRunImages(db, run.id);
      isFirst = false;
      addRunImages(
        db,
        run.id,
        images.flatMap(({ dir, ...image }) => {
          const datasetId = datasetIds.get(dir);
          return datasetId === undefined ? [] : [{ ...image, datasetId }];
        }),
      );
    },
    onEnd(why, details) {
      removePicturesOfRun(folder, run.id);
      const told =
        why ??
        (details === null
          ? null
          : failure('lab.run-images-failed', {
              incident: reportIncident(runtime, 'reading the images of a run', details),
            }));
      changed();
      return told;
    },
  };
  runtime.runReadings.start(run.id, job, listener, childIds);
  changed();
}

/** The same after a run has ended, where nobody waits for an answer: what stands in the way is told when somebody asks. */
export function readRunImagesAfter(runtime: Runtime, site: OpenSite, run: StoredRun): void {
  if (!runtime.labJobs.canStart) return;
  try {
    readRunImages(runtime, site, run);
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
  }
}

import { existsSync } from 'node:fs';
import { listDatasets, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { forgetTurn, queuedRuns } from '../../../core/store/lab/run-turns.node.ts';
import { findRun, type StoredRun, updateRun } from '../../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';
import { failureOf } from '../../../core/words/failure-error.ts';
import { checkpointFileIn } from '../../../jobs/train/checkpoint-file.ts';
import { type TrainingJob, trainingJobSchema } from '../../../jobs/train/training-job.ts';
import { assertMayTrain, statedFolders } from '../../runtime/lab-jobs/dataset-statement.ts';
import { ensureSubjectSecret } from '../../runtime/models/subject-secret.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { removePicturesOfRun } from '../../runtime/site-folder.ts';
import { toCallError } from '../../runtime/to-call-error.ts';
import type { TrainingListener } from '../../runtime/trainings.ts';
import { folderConsent } from '../datasets/consented-subjects.ts';
import { relabelledDatasets } from '../wall/relabelled-datasets.ts';
import { describeRun } from './describe-run.ts';
import { writeEnds } from './ended-runs.ts';
import { followRun } from './follow-run.ts';
import { runDir } from './run-folder.ts';
import { comparedWith } from './run-jobs.ts';
import { datasetDirOf, layOutPictures } from './run-pictures.ts';
import { waitsForFaces } from './run-wait.ts';

/**
 * Starts a run that is not under way: anew, or from its checkpoint where it has one. Kept pictures are written down for it
 * as consent stands now.
 *
 * @throws CallError when a dataset is not there any more, or nothing of it may be used today; the run is as it was.
 */
export function launchRun(runtime: Runtime, site: OpenSite, runId: string): StoredRun {
  const { db, folder } = site;
  const dir = runDir(folder, runId);
  const resume = existsSync(checkpointFileIn(dir));
  const given = trainingJobSchema.parse(findRun(db, runId)!.job);
  const now = runtime.options.now();
  const dirIn = (dataset: StoredDataset) => datasetDirOf(folder, runId, dataset);
  const datasets = listDatasets(db).filter((each) => given.datasetDirs.includes(dirIn(each)));
  assertMayTrain(datasets);
  const dirs = datasets.map((each) => each.dir);
  const job: TrainingJob = {
    ...given,
    exclude: [...new Set([...given.exclude, ...folderConsent(db, dirs, now).leftOut])],
    // One that goes on has the labels it began with.
    relabelled: resume
      ? given.relabelled
      : relabelledDatasets(db, dirs, now).map((each) => ({
          dir: dirIn(datasets.find(({ dir: own }) => own === each.dir)!),
          images: [...each.images],
        })),
    // Sealed images are laid out with what was said of each.
    stated: statedFolders(db, dirs).filter((each) => given.datasetDirs.includes(each.dir)),
    outDir: dir,
    dataDir: runtime.options.dataDir,
    subjectSecret: ensureSubjectSecret(db),
    ...comparedWith({ runtime, site }),
    resume,
  };
  const childIds = layOutPictures({ db, folder, now }, runId, job);
  const run = inTransaction(db, () => {
    forgetTurn(db, runId);
    const updated = updateRun(db, runId, { state: 'running', message: null, job });
    if (updated.kind !== 'updated') throw new Error('a run that was just read is not there');
    return updated.run;
  });
  const follow = followRun(runtime, site, runId);
  const listener: TrainingListener = {
    ...follow,
    async onEnd(end) {
      removePicturesOfRun(folder, runId);
      await follow.onEnd(end);
    },
  };
  runtime.trainings.start(runId, job, listener, childIds);
  runtime.events.emit('runs.changed', { run: describeRun(run) });
  return run;
}

/** Whether a training or a study fills the machine, so that another has to wait. */
export function isMachineTaken({ trainings, studyRuns }: Runtime): boolean {
  return trainings.any() || studyRuns.any();
}

/**
 * Starts the run whose turn it is, where none is under way and its faces have been found. One that cannot start fails, says
 * why, and lets the next one have its turn; on a full disk all wait. Called when a run or the opening of a dataset has
 * ended, and every minute: a queue outlasts the program.
 */
export function startNextRun(runtime: Runtime): void {
  const { site } = runtime;
  if (!site || runtime.closing || !areEndsWritten(site) || isMachineTaken(runtime)) return;
  for (const runId of queuedRuns(site.db)) {
    try {
      if (waitsForFaces(runtime, site, findRun(site.db, runId)!)) runtime.indexRuns.wake();
      else launchRun(runtime, site, runId);
      return;
    } catch (error) {
      if (isDiskFull(error)) return;
      const why = failureOf(toCallError(runtime, 'a run whose turn it was', error));
      forgetTurn(site.db, runId);
      const updated = updateRun(site.db, runId, { state: 'failed', message: JSON.stringify(why) });
      if (updated.kind === 'updated') runtime.events.emit('runs.changed', { run: describeRun(updated.run) });
    }
  }
}

/** Writes the ends of runs that a full disk did not take before. @returns False as long as it takes none. */
function areEndsWritten(site: OpenSite): boolean {
  try {
    writeEnds(site);
    return true;
  } catch (error) {
    if (isDiskFull(error)) return false;
    throw error;
  }
}

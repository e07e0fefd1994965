import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listDatasets, type StoredDataset } from '../../../core/store/lab/datasets.node.ts';
import { forgetTurn, queuedRuns } from '../../../core/store/lab/run-turns.node.ts';
import { findRun, type StoredRun, updateRun } from '../../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { failureOf } from '../../../core/words/failure-error.ts';
import { type TrainingJob, trainingJobSchema } from '../../../jobs/train/training-job.ts';
import { assertMayTrain, statedFolders } from '../../runtime/lab-jobs/dataset-statement.ts';
import { ensureSubjectSecret } from '../../runtime/models/subject-secret.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { removePicturesOfRun } from '../../runtime/site-folder.ts';
import { toCallError } from '../../runtime/to-call-error.ts';
import type { TrainingListener } from '../../runtime/trainings.ts';
import { relabelledDatasets } from '../wall/relabelled-datasets.ts';
import { describeRun } from './describe-run.ts';
import { followRun } from './follow-run.ts';
import { runDir } from './run-folder.ts';
import { comparedWith } from './run-jobs.ts';
import { datasetDirOf, layOutPictures, subjectsWithoutConsent } from './run-pictures.ts';

/**
 * Starts a run that is not under way: anew, or from its checkpoint where it has one. Kept pictures are written down for it
 * as consent stands now.
 *
 * @throws CallError when a dataset is not there any more, or nothing of it may be used today; the run is as it was.
 */
export function launchRun(runtime: Runtime, site: OpenSite, runId: string): StoredRun {
  const { db, folder } = site;
  const dir = runDir(folder, runId);
  const resume = existsSync(join(dir, 'checkpoint', 'checkpoint.bin'));
  const given = trainingJobSchema.parse(findRun(db, runId)!.job);
  const now = runtime.options.now();
  const dirIn = (dataset: StoredDataset) => datasetDirOf(folder, runId, dataset);
  const datasets = listDatasets(db).filter((each) => given.datasetDirs.includes(dirIn(each)));
  assertMayTrain(datasets);
  const dirs = datasets.map((each) => each.dir);
  const job: TrainingJob = {
    ...given,
    exclude: [...new Set([...given.exclude, ...subjectsWithoutConsent({ db, now }, { datasetDirs: dirs })])],
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
      forgetTurn(db, runId);
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
 * Starts the run whose turn it is, where none is under way. One that cannot start fails, says why, and lets the next one
 * have its turn. Called when a run has ended, and every minute: a queue outlasts the program.
 */
export function startNextRun(runtime: Runtime): void {
  const { site } = runtime;
  if (!site || runtime.closing || isMachineTaken(runtime)) return;
  for (const runId of queuedRuns(site.db)) {
    try {
      launchRun(runtime, site, runId);
      return;
    } catch (error) {
      const why = failureOf(toCallError(runtime, 'a run whose turn it was', error));
      forgetTurn(site.db, runId);
      const updated = updateRun(site.db, runId, { state: 'failed', message: JSON.stringify(why) });
      if (updated.kind === 'updated') runtime.events.emit('runs.changed', { run: describeRun(updated.run) });
    }
  }
}

import { rmSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { ParsedInput } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import type { Run } from '../../contract/training.ts';
import { findDataset, type StoredDataset } from '../../core/store/lab/datasets.node.ts';
import { findApprovedModel, listModels } from '../../core/store/lab/models.node.ts';
import { addRun, findRun, listRuns, readRunLog, type StoredRun, updateRun } from '../../core/store/lab/runs.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { logRecordSchema } from '../../core/training/log-record.ts';
import { failure } from '../../core/words/failure.ts';
import { modelIdOf } from '../../jobs/train/model-config.ts';
import { type TrainingJob, trainingJobSchema } from '../../jobs/train/training-job.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { removePicturesOfRun } from '../runtime/site-folder.ts';
import type { TrainingListener } from '../runtime/trainings.ts';
import { describeRun } from './describe-run.ts';
import { followRun } from './follow-run.ts';
import { modelDir } from './model-folder.ts';
import { runDir } from './run-folder.ts';
import { datasetDirOf, layOutPictures, subjectsWithoutConsent } from './run-pictures.ts';
import { relabelledDatasets } from './wall/relabelled-datasets.ts';

/** Shown until the trainer has chosen one. */
const ENGINE_NOT_CHOSEN = 'chosen at the start';

/** Runs: trainings over the site's datasets. One at a time, since one fills the machine. */
export const runsHandlers: Handlers<'runs.list' | 'runs.get' | 'runs.start' | 'runs.stop' | 'runs.resume'> = {
  'runs.list': ({ db }) => listRuns(db).map(describeRun),

  'runs.get'({ db }, { runId }) {
    const log = readRunLog(db, runId).map((record) => logRecordSchema.parse(record));
    return { run: describeRun(existingRun(db, runId)), log };
  },

  'runs.start'(context, input) {
    const { db, user, now, site } = context;
    assertNoneUnderWay(context);
    const datasets = input.datasetIds.map((id) => existingDataset(db, id));
    const id = crypto.randomUUID();
    const job = jobOf(context, { ...input, name: freeName(db, input.name) }, datasets, id);
    const childIds = layOutPictures({ db, folder: site.folder, now }, id, job);
    const { name, learner, regime, epochs, seed } = input;
    const run = inTransaction(db, () => {
      recordAction(context, 'runs.start', id);
      return addRun(db, {
        id,
        name: job.name || name,
        learner,
        regime,
        epochs,
        seed,
        job,
        now,
        engine: ENGINE_NOT_CHOSEN,
        datasetNames: datasets.map((dataset) => dataset.name),
        startedBy: user.id,
      });
    });
    return launch(context, run, { job, childIds });
  },

  'runs.stop'(context, { runId }) {
    existingRun(context.db, runId);
    if (!context.runtime.trainings.stop(runId)) throw new CallError('conflict', failure('lab.run-not-under-way'));
    recordAction(context, 'runs.stop', runId);
    return {};
  },

  'runs.resume'(context, { runId }) {
    const { db, site } = context;
    assertNoneUnderWay(context);
    const run = existingRun(db, runId);
    if (run.state === 'finished') throw new CallError('conflict', failure('lab.run-finished'));
    const before = trainingJobSchema.parse(run.job);
    const job: TrainingJob = {
      ...before,
      exclude: [...new Set([...before.exclude, ...subjectsWithoutConsent(context, before)])],
      outDir: runDir(site.folder, runId),
      dataDir: context.runtime.options.dataDir,
      ...comparedWith(context),
      resume: true,
    };
    const childIds = layOutPictures({ db, folder: site.folder, now: context.now }, runId, job);
    const resumed = inTransaction(db, () => {
      recordAction(context, 'runs.resume', runId);
      return changed(updateRun(db, runId, { state: 'running', message: null, job }));
    });
    return launch(context, resumed, { job, childIds });
  },
};

interface Prepared {
  readonly job: TrainingJob;
  /** The children whose kept pictures it reads. */
  readonly childIds: ReadonlySet<string>;
}

function launch(context: SignedInContext, run: StoredRun, { job, childIds }: Prepared): Run {
  const { runtime, site } = context;
  const follow = followRun(runtime, site, run.id);
  const listener: TrainingListener = {
    ...follow,
    async onEnd(end) {
      removePicturesOfRun(site.folder, run.id);
      await follow.onEnd(end);
    },
  };
  runtime.trainings.start(run.id, job, listener, childIds);
  runtime.events.emit('runs.changed', { run: describeRun(run) });
  return describeRun(run);
}

function jobOf(
  context: SignedInContext,
  { name, learner, regime, epochs, seed }: ParsedInput<'runs.start'>,
  datasets: readonly StoredDataset[],
  runId: string,
): TrainingJob {
  const outDir = runDir(context.site.folder, runId);
  const shippedDir = resolve(context.runtime.options.resourcesDir) + sep;
  const onlyDemo = datasets.every(({ dir }) => dir.startsWith(shippedDir));
  const dirs = datasets.map(({ dir }) => dir);
  const dirIn = (dataset: StoredDataset) => datasetDirOf(context.site.folder, runId, dataset);
  rmSync(outDir, { recursive: true, force: true });
  return {
    name,
    learner,
    regime,
    epochs,
    seed,
    outDir,
    datasetDirs: datasets.map(dirIn),
    exclude: subjectsWithoutConsent(context, { datasetDirs: dirs }),
    relabelled: relabelledDatasets(context.db, dirs).map((each) => ({
      ...each,
      dir: dirIn(datasets.find(({ dir }) => dir === each.dir)!),
    })),
    dataDir: context.runtime.options.dataDir,
    ...comparedWith(context),
    // Only the site can say what its own images show, and there is no place yet where it does.
    testedOn: onlyDemo ? 'rendered faces' : `images of this site (${datasets.map((each) => each.name).join(', ')})`,
  };
}

/** A candidate is weighed against the model in use. */
function comparedWith({
  db,
  runtime,
  site,
}: SignedInContext): Pick<TrainingJob, 'compareWithDir' | 'compareWithDigest'> {
  const approved = findApprovedModel(db);
  return {
    compareWithDir: approved ? modelDir(runtime, site, approved) : null,
    compareWithDigest: approved?.digest ?? null,
  };
}

/** The name, or the first of "name 2", "name 3"… whose model would not share its id with another. */
function freeName(db: ReadableDb, name: string): string {
  const taken = new Set([
    ...listModels(db).map((model) => model.id),
    ...listRuns(db).map((run) => modelIdOf(run.name)),
  ]);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name.slice(0, 70)} ${number}`;
    if (!taken.has(modelIdOf(candidate))) return candidate;
  }
}

function assertNoneUnderWay({ runtime }: SignedInContext): void {
  if (runtime.studyRuns.any()) throw new CallError('conflict', failure('lab.study-under-way'));
  if (runtime.trainings.any()) throw new CallError('conflict', failure('lab.run-under-way'));
}

function existingRun(db: ReadableDb, runId: string): StoredRun {
  const run = findRun(db, runId);
  if (!run) throw new CallError('not-found', failure('lab.run-not-there'));
  return run;
}

function existingDataset(db: ReadableDb, datasetId: string): StoredDataset {
  const dataset = findDataset(db, datasetId);
  if (!dataset) throw new CallError('not-found', failure('lab.dataset-not-there'));
  return dataset;
}

function changed(outcome: ReturnType<typeof updateRun>): StoredRun {
  if (outcome.kind !== 'updated') throw new Error('a run that was just read is not there');
  return outcome.run;
}

import type { ParsedInput } from '../../../contract/contract.ts';
import { CallError } from '../../../contract/error.ts';
import type { Run } from '../../../contract/training.ts';
import { enqueueRun, forgetTurn, moveUp, queuedRuns, setPaused } from '../../../core/store/lab/run-turns.node.ts';
import { addRun, listRuns, readRunLog, type StoredRun } from '../../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { logRecordSchema } from '../../../core/training/log-record.ts';
import { failure } from '../../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../../runtime/call-context.ts';
import { assertMayTrain } from '../../runtime/lab-jobs/dataset-statement.ts';
import { recordAction } from '../../runtime/record-action.ts';
import type { OpenSite, Runtime } from '../../runtime/runtime.ts';
import { existingDataset } from '../datasets/existing-dataset.ts';
import { batchPicture } from './batch-picture.ts';
import { describeRun } from './describe-run.ts';
import { asEnded, writeEnds } from './ended-runs.ts';
import { existingRun } from './existing-run.ts';
import { improvement, jobOf } from './run-jobs.ts';
import { isMachineTaken, launchRun, startNextRun } from './run-queue.ts';
import { waitOf, waitsForFaces } from './run-wait.ts';

/** Shown until the trainer has chosen one. */
const ENGINE_NOT_CHOSEN = 'chosen at the start';

type RunMethods =
  | 'runs.list'
  | 'runs.get'
  | 'runs.start'
  | 'runs.improve'
  | 'runs.stop'
  | 'runs.resume'
  | 'runs.pause'
  | 'runs.moveUp'
  | 'runs.batch';

/** Runs: trainings over the site's datasets. One at a time, since one fills the machine; the others wait for their turn. */
export const runsHandlers: Handlers<RunMethods> = {
  'runs.list'({ db, runtime, site }) {
    const runs = listRuns(db).map((run) => describeNow(runtime, site, run));
    const waiting = queuedRuns(db);
    const inTurn = waiting.flatMap((runId) => runs.filter(({ id }) => id === runId));
    return [...inTurn, ...runs.filter(({ id }) => !waiting.includes(id))];
  },

  'runs.get'({ db, runtime, site }, { runId }) {
    const log = readRunLog(db, runId).map((record) => logRecordSchema.parse(record));
    return { run: describeNow(runtime, site, existingRun(db, runId)), log };
  },

  'runs.start'(context, input) {
    return addAndStart(context, input, 'runs.start');
  },

  'runs.improve'(context, input) {
    const datasets = input.datasetIds.map((id) => existingDataset(context.db, id));
    return addAndStart(context, improvement(input, datasets), 'runs.improve');
  },

  'runs.stop'(context, { runId }) {
    const { db, runtime } = context;
    const isQueued = existingRun(db, runId).state === 'queued';
    if (!isQueued && !runtime.trainings.stop(runId)) throw new CallError('conflict', failure('lab.run-not-under-way'));
    inTransaction(db, () => {
      if (isQueued) forgetTurn(db, runId);
      recordAction(context, 'runs.stop', runId);
    });
    if (isQueued) tell(context, runId);
    startNextRun(runtime);
    return {};
  },

  'runs.resume'(context, { runId }) {
    writeEnds(context.site);
    const { state } = existingRun(context.db, runId);
    if (state === 'finished' || state === 'no-better') throw new CallError('conflict', failure('lab.run-finished'));
    if (state === 'running' || state === 'paused' || state === 'queued') {
      throw new CallError('conflict', failure('lab.run-already-under-way'));
    }
    return startOrQueue(context, runId, 'runs.resume');
  },

  'runs.pause'(context, { runId, paused }) {
    const { db, runtime } = context;
    existingRun(db, runId);
    if (!runtime.trainings.pause(runId, paused)) throw new CallError('conflict', failure('lab.run-not-under-way'));
    inTransaction(db, () => {
      setPaused(db, runId, paused);
      recordAction(context, paused ? 'runs.pause' : 'runs.goOn', runId);
    });
    return tell(context, runId);
  },

  'runs.batch': ({ db, now }, input) => batchPicture(db, { ...input, now }),

  'runs.moveUp'(context, { runId }) {
    if (!moveUp(context.db, runId)) throw new CallError('conflict', failure('lab.run-not-moved'));
    recordAction(context, 'runs.moveUp', runId);
    tell(context, runId);
    startNextRun(context.runtime);
    return {};
  },
};

function addAndStart(context: SignedInContext, input: ParsedInput<'runs.start'>, action: string): Run {
  const { db, user, now, site, runtime } = context;
  const datasets = input.datasetIds.map((id) => existingDataset(db, id));
  assertMayTrain(datasets);
  const id = crypto.randomUUID();
  const job = jobOf({ runtime, site }, id, input, datasets);
  const { learner, regime, epochs, seed } = input;
  return inTransaction(db, () => {
    addRun(db, {
      id,
      name: job.name,
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
    return startOrQueue(context, id, action);
  });
}

/** @throws CallError where it cannot start now; then it is as it was. */
function startOrQueue(context: SignedInContext, runId: string, action: string): Run {
  const { db, runtime, site } = context;
  return inTransaction(db, () => {
    enqueueRun(db, runId);
    recordAction(context, action, runId);
    const mustWait = isMachineTaken(runtime) || waitsForFaces(runtime, site, existingRun(db, runId));
    return mustWait ? tell(context, runId) : describeRun(launchRun(runtime, site, runId));
  });
}

/** As it is now, also where the store could not be told yet that it has ended. */
function describeNow(runtime: Runtime, site: OpenSite, run: StoredRun): Run {
  return describeRun(asEnded(site, run), waitOf(runtime, site, run));
}

/** Tells whoever listens how a run stands now. */
function tell({ db, runtime, site }: SignedInContext, runId: string): Run {
  const run = describeNow(runtime, site, existingRun(db, runId));
  runtime.events.emit('runs.changed', { run });
  return run;
}

import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { findModel, type StoredModel } from '../../core/store/lab/models.node.ts';
import { addRun, appendRunLog, findRunOfModel, updateRun } from '../../core/store/lab/runs.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { warningRecord } from '../../core/training/log-record.ts';
import { saying } from '../../core/training/said.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { englishOf } from '../../core/words/failure-sentence.ts';
import { type CompleteTrainingJob, trainingJobSchema } from '../../jobs/train/training-job.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { modelDir } from '../runtime/models/model-dir.ts';
import { type ModelMark, marksOf } from '../runtime/models/model-marks.ts';
import { recordAction } from '../runtime/record-action.ts';
import { readStoredModel } from './model-folder.ts';
import { existingModel } from './models.ts';
import { freeName } from './runs/free-name.ts';
import { runDir } from './runs/run-folder.ts';
import { laidOutAt } from './runs/run-pictures.ts';
import { runsHandlers } from './runs/runs.ts';

/** A model's run once more, without the children of it whose consent to training has ended. */
export const trainWithoutHandlers: Handlers<'models.trainWithout'> = {
  async 'models.trainWithout'(context, { modelId }) {
    const { db, site, user, now } = context;
    const model = existingModel(db, modelId);
    const run = findRunOfModel(db, modelId);
    if (!run) throw new CallError('conflict', failure('models.no-run', { model: modelId }));
    const marks = await marksToLeaveOut(context, model);
    const codes = marks.filter(({ how }) => how !== 'erased').map(({ code }) => code);
    if (marks.length === 0) throw new CallError('conflict', failure('models.nobody-to-leave-out', { model: modelId }));
    const before = trainingJobSchema.parse(run.job);
    const start = await startWithout(context, before);
    const id = randomUUID();
    const job: CompleteTrainingJob = {
      ...laidOutAt(site.folder, before, { from: run.id, to: id }),
      name: freeName(db, run.name),
      outDir: runDir(site.folder, id),
      exclude: [...new Set([...before.exclude, ...codes])],
      resume: false,
      ...start.job,
    };
    const { learner, regime, epochs, seed, datasetNames } = run;
    inTransaction(db, () => {
      const scheme = { learner, regime, epochs, seed, datasetNames, engine: run.engine };
      addRun(db, { id, name: job.name, ...scheme, job, now, startedBy: user.id });
      // As one that was stopped before its first step: from here on it is a run like any other.
      updateRun(db, id, { state: 'stopped' });
      if (start.told) appendRunLog(db, id, [warningRecord(saying(start.told), now.getTime())]);
      const elsewhere = start.told ? `. ${englishOf(start.told)}` : '';
      recordAction(context, 'models.trainWithout', `${modelId}: run ${id}, ${codes.length} left out${elsewhere}`);
    });
    await runsHandlers['runs.resume'](context, { runId: id });
    return { runId: id };
  },
};

/** The children of a model, and of those that it is built on, who may not be trained on any more. */
async function marksToLeaveOut(
  { runtime, site }: Pick<SignedInContext, 'runtime' | 'site'>,
  model: StoredModel,
): Promise<ModelMark[]> {
  const { config } = await readStoredModel(runtime, site, model);
  return marksOf(runtime, site, { model, config });
}

interface CleanStart {
  readonly job: Pick<CompleteTrainingJob, 'startFromDir' | 'startFromDigest'>;
  /** What is told of it where the run starts elsewhere than before; null where it does not. */
  readonly told: Failure | null;
}

/**
 * Where the run starts: from the model that it started from before, or the nearest one before that which never had those
 * children, or from nothing: weights remember whom they were fitted on.
 */
async function startWithout(
  context: SignedInContext,
  { startFromDir }: Pick<CompleteTrainingJob, 'startFromDir'>,
): Promise<CleanStart> {
  const { db, runtime, site } = context;
  const before = startFromDir === null ? null : basename(startFromDir);
  let name = before;
  while (name !== null) {
    const start = findModel(db, name);
    if (!start) break;
    // Of an erased child there is nothing left to leave out: weights that were fitted on it are.
    if ((await marksToLeaveOut(context, start)).length === 0) {
      const job = { startFromDir: modelDir(runtime, site, start), startFromDigest: start.digest };
      const told = name === before ? null : failure('runLog.starts-earlier', { model: before!, start: name });
      return { job, told };
    }
    const run = findRunOfModel(db, start.id);
    const dir = run && trainingJobSchema.parse(run.job).startFromDir;
    name = dir === null ? null : basename(dir);
  }
  const told = before === null ? null : failure('runLog.starts-from-nothing', { model: before });
  return { job: { startFromDir: null, startFromDigest: null }, told };
}

import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { choiceFacts } from '../../core/engine/choice-facts.ts';
import { ENGINE_NAMES, type EngineChoice, type EngineName } from '../../core/engine/engine.ts';
import { NoEngineError } from '../../core/engine/preferred-engine.ts';
import { measureVal } from '../../core/evaluation/measure-val.ts';
import { MODEL_FILES, type ModelFolder, readModel } from '../../core/registry/model-folder.node.ts';
import { readCheckpoint, writeCheckpoint } from '../../core/training/checkpoint.node.ts';
import type { Checkpoint, RunIdentity } from '../../core/training/checkpoint.ts';
import { whileEngineWorks } from '../../core/training/engine-failure.ts';
import { type LogRecord, stageRecord } from '../../core/training/log-record.ts';
import type { Pause } from '../../core/training/pause.ts';
import { saying } from '../../core/training/said.ts';
import { startEngine } from '../../core/training/start-engine/start-engine.node.ts';
import { trainOnEngine } from '../../core/training/train-on-engine.node.ts';
import { type TrainingConfig, trainingConfig } from '../../core/training/training-config.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';
import { keysFor } from '../dataset/subject-keys.node.ts';
import { checkpointFileIn } from './checkpoint-file.ts';
import { finishModel } from './finishing/finish-model.node.ts';
import { tellingOfFullDisk } from './full-disk/full-disk.node.ts';
import { identityOf, ofThisVersion } from './run-identity.ts';
import { choiceOf, readStart, splitAfter } from './start-from.node.ts';
import { prepareRunData } from './training-data.node.ts';
import { type CompleteTrainingJob, type TrainingJob, trainingJobSchema } from './training-job.ts';
import { floorOf, valOfModel } from './val-of-models.node.ts';

export type { TrainingJob } from './training-job.ts';

export interface TrainModelOptions {
  /** Aborting it stops the run after the step under way, with a checkpoint. */
  readonly signal: AbortSignal;
  /** Clock of the log, in milliseconds since 1970. */
  readonly now?: () => number;
  /** Asked between two steps; null lets nothing hold it up. */
  readonly pause?: Pause | null;
}

/**
 * One run from folders of images to a model folder: read, split by subject, train, calibrate on val, look once at the
 * test children, compare with the model before, write.
 *
 * @yields Records of the log as they happen.
 * @returns The model as written.
 * @throws What stopped it: the signal's reason after a checkpoint, or an Error whose message says what to do.
 */
export async function* trainModel(
  given: TrainingJob,
  { signal, now = Date.now, pause = null }: TrainModelOptions,
): AsyncGenerator<LogRecord, ModelFolder> {
  const job = trainingJobSchema.parse(given);
  const checkpoint = await checkpointToStartFrom(job);

  const choice = await engineOf(job, checkpoint);
  yield stageRecord('engine', { kind: 'engine', choice: choiceFacts(choice) }, now());
  const run = trainModelOn(choice, job, checkpoint, { signal, now, pause });
  return yield* whileEngineWorks(choice.engine, tellingOfFullDisk(job.outDir, run));
}

/** A run that goes on does so on the engine it began on; another one begins on the one asked for, or the program's choice. */
async function engineOf(
  { engine, dataDir }: CompleteTrainingJob,
  checkpoint: Checkpoint | null,
): Promise<EngineChoice> {
  const begunOn = checkpoint ? engineNamedIn(checkpoint.identity) : undefined;
  const requested = engine ?? undefined;
  if (begunOn && requested && begunOn !== requested) {
    throw new FailureError(failure('training.begun-on-another', { begun: begunOn, asked: requested }));
  }
  try {
    return await startEngine({ requested, begunOn, dataDir });
  } catch (cause) {
    const only = begunOn ?? requested;
    if (!only || !(cause instanceof NoEngineError)) throw cause;
    throw new FailureError(failure(begunOn ? 'training.engine-gone' : 'training.engine-absent', { engine: only }), {
      cause,
    });
  }
}

function engineNamedIn({ engine }: RunIdentity): EngineName | undefined {
  return ENGINE_NAMES.find((name) => engine.startsWith(`${name} `));
}

async function* trainModelOn(
  choice: EngineChoice,
  job: CompleteTrainingJob,
  checkpoint: Checkpoint | null,
  { signal, now, pause }: Required<TrainModelOptions>,
): AsyncGenerator<LogRecord, ModelFolder> {
  const _tell = (stage: string, text: Failure) => stageRecord(stage, saying(text), now());
  const engine = ofThisVersion(choice.engine);
  const reference = job.compareWithDir === null ? null : await readModel(job.compareWithDir, job.compareWithDigest);
  const start = await readStart(job.startFromDir, job.startFromDigest);
  const keys = keysFor(job);
  const prepared = yield* prepareRunData(job, { signal, now, start, keys });
  const data = start ? { ...prepared, split: splitAfter(start, prepared) } : prepared;
  signal.throwIfAborted();

  const chosen = trainingConfig(choiceOf(job, start));
  if (reference) yield* valOfModel(reference, data, chosen, now);
  const identity = identityOf(engine, data.split.hash);
  const saveCheckpoint = (each: Checkpoint) => writeCheckpoint(checkpointFileIn(job.outDir), each);
  const { net, config } = yield* withoutCheckpointIfNoBetter(
    job,
    trainOnEngine(engine, chosen, data, {
      signal,
      saveCheckpoint,
      checkpoint,
      now,
      identity,
      pause,
      start: start?.net ?? null,
      measureVal: measureVal(job.seed),
      floor: await floorOf(start, data, chosen),
      budgetMs: job.budgetMinutes === null ? null : 60_000 * job.budgetMinutes,
    }),
  );

  return yield* finishModel({
    job: job.budgetMinutes === null ? job : asTimed(job, config),
    choice: { ...choice, engine },
    config,
    data,
    net,
    reference,
    command: null,
    now,
  });
}

/** A run that ended no better than its start has nothing to go on with. */
async function* withoutCheckpointIfNoBetter<Result>(
  job: CompleteTrainingJob,
  run: AsyncGenerator<LogRecord, Result>,
): AsyncGenerator<LogRecord, Result> {
  try {
    return yield* run;
  } catch (error) {
    if (error instanceof FailureError && error.reason === 'training.no-better-than-start') {
      await rm(join(job.outDir, 'checkpoint'), { recursive: true, force: true });
    }
    throw error;
  }
}

/** The job with the steps that its time allowed: they give these weights again on a machine of any speed. */
function asTimed(job: CompleteTrainingJob, { maxSteps }: TrainingConfig): CompleteTrainingJob {
  return { ...job, settings: { ...job.settings, ...(maxSteps === null ? {} : { maxSteps }) } };
}

/** @throws FailureError or Error if the folder holds a model or an unfinished run that would be lost, or none to resume. */
async function checkpointToStartFrom(job: CompleteTrainingJob): Promise<Checkpoint | null> {
  const checkpoint = await readCheckpoint(checkpointFileIn(job.outDir));
  if (checkpoint && !job.resume) {
    throw new Error(
      `${job.outDir} holds the checkpoint of an unfinished run: resume it, choose another folder, or delete its ` +
        'folder checkpoint',
    );
  }
  if (!checkpoint && existsSync(join(job.outDir, MODEL_FILES.config))) {
    throw new FailureError(
      failure(job.resume ? 'training.nothing-to-resume' : 'training.model-there', { dir: job.outDir }),
    );
  }
  if (!checkpoint && job.resume) throw new FailureError(failure('training.no-checkpoint', { dir: job.outDir }));
  return checkpoint;
}

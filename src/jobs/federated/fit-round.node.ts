import { rm } from 'node:fs/promises';
import type { EngineChoice } from '../../core/engine/engine.ts';
import { patchTensors } from '../../core/registry/exchange/patch-tensors.ts';
import { readCheckpoint, writeCheckpoint } from '../../core/training/checkpoint.node.ts';
import { whileEngineWorks } from '../../core/training/engine-failure.ts';
import { TrainingFailure } from '../../core/training/failures.ts';
import { type LocalSteps, trainLocalSteps } from '../../core/training/local-steps/local-steps.ts';
import { type LogRecord, warningRecord } from '../../core/training/log-record.ts';
import { saying } from '../../core/training/said.ts';
import { gradientOnEngine } from '../../core/training/start-engine/gradient-on-engine.node.ts';
import { failure } from '../../core/words/failure.ts';
import { identityOf, ofThisVersion } from '../train/run-identity.ts';
import type { FederationFile } from './federation-file.ts';
import type { RoundPlace } from './place-of-round.node.ts';
import type { RoundImages } from './round-images.node.ts';
import { type RoundWeights, sharedOf } from './round-weights.node.ts';

interface FitOptions {
  readonly choice: EngineChoice;
  readonly file: FederationFile;
  readonly place: RoundPlace;
  readonly weights: RoundWeights;
  readonly images: RoundImages;
  readonly signal: AbortSignal;
  readonly now: () => number;
}

/** A file that a site gives to a round. */
export interface RoundResult {
  readonly bytes: Uint8Array;
  /** Mean loss of the site's batches, in nats; null where no step was made. */
  readonly loss: number | null;
}

/**
 * The steps of a site in a round. Without any, the weights come back byte for byte.
 *
 * @throws The signal's reason when stopped, after a checkpoint from which the same round goes on.
 */
export async function* fitRound(options: FitOptions): AsyncGenerator<LogRecord, RoundResult> {
  const { file, place, weights } = options;
  if (file.steps === 0) return { bytes: weights.bytes, loss: null };
  const checkpointFile = place.checkpointOf(weights.sha256);
  const { tensors, loss } = yield* goingOn(options, checkpointFile);
  await rm(checkpointFile, { force: true });
  return { bytes: patchTensors(weights.bytes, sharedOf(tensors, weights, file)), loss };
}

/** Goes on where the same round was stopped; begins anew where what was stopped was another one. */
async function* goingOn(options: FitOptions, checkpointFile: string): AsyncGenerator<LogRecord, LocalSteps> {
  const checkpoint = await readCheckpoint(checkpointFile);
  try {
    return yield* steps(options, checkpointFile, checkpoint);
  } catch (error) {
    if (!checkpoint || !(error instanceof TrainingFailure) || error.code !== 'other-run') throw error;
    yield warningRecord(saying(failure('federation.stopped-otherwise')), options.now());
    return yield* steps(options, checkpointFile, null);
  }
}

async function* steps(
  { choice, file, weights, images: { config, data }, signal, now }: FitOptions,
  checkpointFile: string,
  checkpoint: Awaited<ReturnType<typeof readCheckpoint>>,
): AsyncGenerator<LogRecord, LocalSteps> {
  const engine = ofThisVersion(choice.engine);
  const onEngine = await gradientOnEngine(engine);
  try {
    const run = trainLocalSteps(config, data.train, {
      start: weights.net,
      gradient: onEngine.gradient,
      signal,
      checkpoint,
      saveCheckpoint: (each) => writeCheckpoint(checkpointFile, each),
      identity: identityOf(engine, data.split.hash),
      headChosenOn: file.share === 'all' ? data.val : null,
      now,
    });
    return yield* whileEngineWorks(engine, run);
  } finally {
    await onEngine.close();
  }
}

import type { FaceSet } from '../../dataset/faces/face-set.ts';
import type { Checkpoint, RunIdentity } from '../checkpoint.ts';
import { initialWeights } from '../initial-weights.ts';
import { type LogRecord, warningRecord } from '../log-record.ts';
import { fitHead, withStatistics } from '../net/finish-net.ts';
import { layOut, unflatten } from '../net/parameters.ts';
import type { NetTensors, ReadableNet } from '../net/trained-net.ts';
import { imagePools } from '../regimes/image-pools.ts';
import { checkpointOf, stateAtStart, stateFrom } from '../run-state.ts';
import { saying } from '../said.ts';
import { type Stage, stagesOf } from '../stages.ts';
import type { ComputeGradient } from '../step/gradient-step.ts';
import { stepClock } from '../step/step-clock.ts';
import { trainStage } from '../train-stage.ts';
import type { TrainingConfig } from '../training-config.ts';

interface LocalStepsOptions {
  /** The net whose weights the steps start from. */
  readonly start: ReadableNet;
  readonly gradient: ComputeGradient;
  /** Aborting it ends the steps after the one under way, with a checkpoint. */
  readonly signal: { readonly aborted: boolean; readonly reason: unknown };
  readonly checkpoint: Checkpoint | null;
  readonly saveCheckpoint: (checkpoint: Checkpoint) => Promise<void>;
  readonly identity: RunIdentity;
  /** The site's val children, where the steps are to leave a head that fits their encoder; null leaves the head as it is. */
  readonly headChosenOn: FaceSet | null;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What some steps made of a net. */
export interface LocalSteps {
  /** Every weight of the net that the steps train: without a projector, and without batch-norm statistics. */
  readonly tensors: NetTensors;
  /** Mean loss of a batch over all steps, in nats. */
  readonly loss: number;
}

/**
 * Exactly `config.maxSteps` optimiser steps from the weights of a net, judged by nothing on the way: what one site adds to a
 * round of federated averaging.
 *
 * Source: McMahan et al. 2017, arXiv:1602.05629, algorithm 1, ClientUpdate. Differs in that a round is counted in steps and
 * not in passes over a site's images, so that rounds take every site about as long.
 *
 * @yields Records of the log as they happen.
 * @throws What `train` throws.
 */
export async function* trainLocalSteps(
  config: TrainingConfig,
  faces: FaceSet,
  { start, gradient, signal, checkpoint, saveCheckpoint, identity, headChosenOn, now }: LocalStepsOptions,
): AsyncGenerator<LogRecord, LocalSteps> {
  const pools = imagePools(faces, config);
  for (const each of pools.warnings) yield warningRecord(saying(each), now());
  const stage: Stage = { ...stagesOf(config, pools)[0], stopsEarly: false, thenFitsHead: false };
  const initial = initialWeights(config, stage, start, {});
  const layout = layOut(initial);
  const before = { history: [], valLosses: [], start: null, trainedMs: 0, rateFactor: 1 };
  const state = checkpoint
    ? stateFrom(checkpoint, config, identity, layout)
    : stateAtStart(0, layout, initial, config, before);
  yield* trainStage(stage, state, {
    config,
    layout,
    gradient,
    now,
    clock: stepClock(now),
    faces,
    snapshot: () => checkpointOf(state, config, identity),
    save: saveCheckpoint,
    throwIfStopped() {
      if (signal.aborted) throw signal.reason;
    },
    pause: null,
    valFigures: null,
    floor: null,
    endsAtMs: null,
    stepsAfter: 0,
  });
  const all = Object.entries(unflatten(layout, state.average.slice()));
  const trained: NetTensors = Object.fromEntries(all.filter(([name]) => !name.startsWith('projector.')));
  const loss = meanLoss(state.history, stage);
  if (headChosenOn === null || 'head.weight' in trained) return { tensors: trained, loss };
  const shown = { faces, pools, sampler: stage.sampler, stepsBefore: stage.steps };
  const read = await withStatistics(config, trained, shown);
  return { tensors: { ...trained, ...(await fitHead(config, read, headChosenOn, shown)).tensors }, loss };
}

/** The history has the mean of each epoch, of which the last may be shorter. */
function meanLoss(history: readonly { readonly loss: number }[], { steps, sampler: { stepsPerEpoch } }: Stage): number {
  const sum = history.reduce(
    (total, { loss }, epoch) => total + loss * Math.min(stepsPerEpoch, steps - epoch * stepsPerEpoch),
    0,
  );
  return sum / steps;
}

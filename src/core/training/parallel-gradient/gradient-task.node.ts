import type { TaskResult } from '../../engine/wasm-workers/answer-tasks.node.ts';
import { joinPeers, type MeetingPlace } from '../../engine/wasm-workers/peers.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import type { ParameterLayout } from '../net/parameters.ts';
import { type Batch, type LossAndGradient, lossAndGradient } from '../step/gradient-step.ts';
import { objectiveOf } from '../step/objective.ts';
import type { TrainingConfig } from '../training-config.ts';

/** What some rows of a batch add to its gradient, asked of a worker. */
export interface GradientTask {
  readonly spec: EncoderSpec;
  /** What the objective is made from. */
  readonly config: TrainingConfig;
  readonly layout: ParameterLayout;
  /** In memory that all workers share; it does not change before the answer. */
  readonly weights: Float32Array;
  /** Pixels of the worker's own rows; all else of the whole batch. */
  readonly batch: Batch;
  /** Where it meets the workers that have the other rows. */
  readonly place: MeetingPlace;
  readonly rank: number;
}

/** A worker's work. */
export async function computeGradientTask(task: GradientTask): Promise<TaskResult<LossAndGradient>> {
  const { spec, config, layout, weights, batch, place, rank } = task;
  // A copy, since the engine does not take shared memory everywhere.
  const own = weights.slice();
  const answer = await lossAndGradient(spec, objectiveOf(config), layout, own, batch, joinPeers(place, rank));
  return { answer, transfer: [answer.gradient.buffer as ArrayBuffer] };
}

import type { TaskResult } from '../../engine/wasm-workers/answer-tasks.node.ts';
import type { EncoderSpec } from '../net/encoder-spec.ts';
import type { ParameterLayout } from '../net/parameters.ts';
import { type Batch, type LossAndGradient, lossAndGradient } from '../step/gradient-step.ts';
import { objectiveOf } from '../step/objective.ts';
import type { TrainingConfig } from '../training-config.ts';

/** The gradient of a part of a batch, asked of a worker. */
export interface GradientTask {
  readonly spec: EncoderSpec;
  /** What the objective is made from. */
  readonly config: TrainingConfig;
  readonly layout: ParameterLayout;
  /** In memory that all workers share; it does not change before the answer. */
  readonly weights: Float32Array;
  readonly batch: Batch;
}

/** A worker's work. */
export async function computeGradientTask(task: GradientTask): Promise<TaskResult<LossAndGradient>> {
  const { spec, config, layout, weights, batch } = task;
  // A copy, since the engine does not take shared memory everywhere.
  const answer = await lossAndGradient(spec, objectiveOf(config), layout, weights.slice(), batch);
  return { answer, transfer: [answer.gradient.buffer as ArrayBuffer] };
}

import type { Engine } from '../engine/engine.ts';
import type { Checkpoint } from './checkpoint.ts';
import { onWorkingEngine, requireWorking, whileEngineWorks } from './engine-failure.ts';
import type { LogRecord } from './log-record.ts';
import type { TrainedNet } from './net/trained-net.ts';
import { startParallelGradient } from './parallel-gradient/parallel-gradient.node.ts';
import { lossAndGradient } from './step/gradient-step.ts';
import { withinTime } from './time-budget.ts';
import { type TrainingData, type TrainingOptions, train } from './trainer.ts';
import type { TrainingConfig } from './training-config.ts';

export interface TrainedRun {
  readonly net: TrainedNet;
  /** As given, with the steps that its time allowed. */
  readonly config: TrainingConfig;
}

/**
 * One training run with what its engine asks for: several threads for each batch where it has workers, and an end by name
 * where it fails.
 *
 * @throws What `train` throws, and TrainingFailure "engine-lost" or "worker-lost".
 */
export async function* trainOnEngine(
  engine: Engine,
  config: TrainingConfig,
  data: TrainingData,
  options: TrainingOptions,
): AsyncGenerator<LogRecord, TrainedRun> {
  const { budgetMs = null, checkpoint, start = null, now } = options;
  const { workers = 1 } = engine;
  const parallel = workers > 1 ? await startParallelGradient(workers) : null;
  const gradient = onWorkingEngine(engine, parallel?.gradient ?? lossAndGradient);
  // What val looked like to an engine that has failed decides nothing either.
  const saveCheckpoint = async (checkpoint: Checkpoint) => {
    await requireWorking(engine);
    await options.saveCheckpoint(checkpoint);
  };
  try {
    const planned = checkpoint
      ? // What was planned when it began: other steps would be another run.
        { ...config, maxSteps: budgetMs === null ? config.maxSteps : checkpoint.config.maxSteps }
      : budgetMs === null
        ? config
        : yield* whileEngineWorks(engine, withinTime(config, data, { budgetMs, gradient, start, now }));
    const net = yield* whileEngineWorks(engine, train(planned, data, { ...options, gradient, saveCheckpoint }));
    return { net, config: planned };
  } finally {
    await parallel?.close();
  }
}

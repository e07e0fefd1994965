import type { Engine } from '../engine/engine.ts';
import type { Checkpoint } from './checkpoint.ts';
import { onWorkingEngine, requireWorking, whileEngineWorks } from './engine-failure.ts';
import type { LogRecord } from './log-record.ts';
import type { TrainedNet } from './net/trained-net.ts';
import { startParallelGradient } from './parallel-gradient/parallel-gradient.node.ts';
import { lossAndGradient } from './step/gradient-step.ts';
import { type TrainingData, type TrainingOptions, train } from './trainer.ts';
import type { TrainingConfig } from './training-config.ts';

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
): AsyncGenerator<LogRecord, TrainedNet> {
  const { workers = 1 } = engine;
  const parallel = workers > 1 ? await startParallelGradient(workers) : null;
  const gradient = onWorkingEngine(engine, parallel?.gradient ?? lossAndGradient);
  // What val looked like to an engine that has failed decides nothing either.
  const saveCheckpoint = async (checkpoint: Checkpoint) => {
    await requireWorking(engine);
    await options.saveCheckpoint(checkpoint);
  };
  try {
    return yield* whileEngineWorks(engine, train(config, data, { ...options, gradient, saveCheckpoint }));
  } finally {
    await parallel?.close();
  }
}

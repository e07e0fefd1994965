import type { Engine } from '../engine/engine.ts';
import type { Checkpoint } from './checkpoint.ts';
import { requireWorking, whileEngineWorks } from './engine-failure.ts';
import { type LogRecord, warningRecord } from './log-record.ts';
import type { TrainedNet } from './net/trained-net.ts';
import { saying } from './said.ts';
import { type EngineGradient, gradientOnEngine } from './start-engine/gradient-on-engine.node.ts';
import { withinTime } from './time-budget.ts';
import { type TrainingData, type TrainingOptions, train } from './trainer.ts';
import type { TrainingConfig } from './training-config.ts';

export interface TrainedRun {
  readonly net: TrainedNet;
  /** As given, with the steps that its time allowed. */
  readonly config: TrainingConfig;
}

/**
 * One training run with what its engine asks for: several threads for each batch where it has workers, steps as graphs where
 * it runs them, and an end by name where it fails.
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
  const onEngine = await gradientOnEngine(engine);
  const { gradient } = onEngine;
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
    const run = train(planned, data, { ...options, gradient, saveCheckpoint });
    const net = yield* withWarnings(onEngine, now, whileEngineWorks(engine, run));
    return { net, config: planned };
  } finally {
    await onEngine.close();
  }
}

/** The same run, with what the engine could do in a slower way only among its records. */
async function* withWarnings<Result>(
  { takeWarnings }: EngineGradient,
  now: () => number,
  run: AsyncGenerator<LogRecord, Result>,
): AsyncGenerator<LogRecord, Result> {
  try {
    let next = await run.next();
    for (; !next.done; next = await run.next()) {
      for (const each of takeWarnings()) yield warningRecord(saying(each), now());
      yield next.value;
    }
    return next.value;
  } finally {
    // Whoever stops asking ends the run, too.
    await run.return(undefined as Result);
  }
}

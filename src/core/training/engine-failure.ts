import type { Engine } from '../engine/engine.ts';
import { TrainingFailure } from './failures.ts';
import type { ComputeGradient } from './step/gradient-step.ts';

type FailingEngine = Pick<Engine, 'name' | 'failure'>;

/**
 * The same gradients, as long as the engine works: none that it computed after a failure reaches the weights, and so
 * none a checkpoint.
 *
 * @returns A function that throws TrainingFailure "engine-lost" once the engine has failed.
 */
export function onWorkingEngine(engine: FailingEngine, compute: ComputeGradient): ComputeGradient {
  return async (...args) => {
    try {
      return await compute(...args);
    } finally {
      await requireWorking(engine);
    }
  };
}

/** The same run, which ends with TrainingFailure "engine-lost" where the engine has failed, whatever came of that. */
export async function* whileEngineWorks<Log, Result>(
  engine: FailingEngine,
  run: AsyncGenerator<Log, Result>,
): AsyncGenerator<Log, Result> {
  try {
    return yield* run;
  } finally {
    await requireWorking(engine);
  }
}

/**
 * Nothing, as long as the engine works. In a `finally`, its error takes the place of the one that the failure led to.
 *
 * @throws TrainingFailure "engine-lost".
 */
export async function requireWorking({ name, failure }: FailingEngine): Promise<void> {
  const cause = await failure?.();
  if (!cause) return;
  throw new TrainingFailure(
    'engine-lost',
    `the ${name} engine failed: ${cause.message}. The last checkpoint is whole: resume from it`,
    { cause },
  );
}

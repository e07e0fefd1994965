import * as tf from '@tensorflow/tfjs-core';
import type { Engine } from '../../engine/engine.ts';
import type { RecordableBackend } from '../../engine/tensorflow/graph/record-graph.ts';
import type { Failure } from '../../words/failure.ts';
import { onWorkingEngine } from '../engine-failure.ts';
import { graphGradient } from '../graph-gradient/graph-gradient.node.ts';
import { startParallelGradient } from '../parallel-gradient/parallel-gradient.node.ts';
import { type ComputeGradient, lossAndGradient } from '../step/gradient-step.ts';

/** The fastest way to a batch's gradient that an engine has. */
export interface EngineGradient {
  /** Throws TrainingFailure "engine-lost" or "worker-lost" where the engine or a thread of it fails. */
  readonly gradient: ComputeGradient;
  /** What was computed in a slower way than the engine has, since it was asked last. */
  takeWarnings(): readonly Failure[];
  close(): Promise<void>;
}

/** @param workers Threads that compute a batch together; the engine's own number where it is left out. @returns Caller closes. */
export async function gradientOnEngine(engine: Engine, workers = engine.workers ?? 1): Promise<EngineGradient> {
  if (workers > 1) {
    const parallel = await startParallelGradient(workers);
    return { gradient: onWorkingEngine(engine, parallel.gradient), takeWarnings: () => [], close: parallel.close };
  }
  if (engine.stepGraph) {
    const graph = graphGradient(tf.backend() as unknown as RecordableBackend);
    return {
      gradient: onWorkingEngine(engine, graph.gradient),
      takeWarnings: graph.takeWarnings,
      close: async () => graph.close(),
    };
  }
  return { gradient: onWorkingEngine(engine, lossAndGradient), takeWarnings: () => [], close: async () => {} };
}

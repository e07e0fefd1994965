import { entryBeside } from '../../engine/entry-beside.node.ts';
import { startWorkerGroup, WorkerLostError } from '../../engine/wasm-workers/worker-group.node.ts';
import { TrainingFailure } from '../failures.ts';
import type { ComputeGradient, LossAndGradient } from '../step/gradient-step.ts';
import { cutBatch } from './cut-batch.ts';
import type { GradientTask } from './gradient-task.node.ts';
import { joinGradients } from './join-gradients.ts';

/** Workers that compute gradients together. */
export interface ParallelGradient {
  readonly gradient: ComputeGradient;
  /** Ends the workers. */
  close(): Promise<void>;
}

/**
 * Computes the gradients of batches on several threads with a wasm engine each, since one engine has one thread. A batch
 * is cut by whole images; each part is normalised by its own moments and contrasted within itself, and the gradients are
 * averaged by rows. What is minimised is thus the loss of the parts, not of the whole: another number of workers is
 * another training, and each part acts as a smaller batch ("ghost batches", Hoffer et al. 2017, arXiv:1705.08741,
 * section 4). The same number of workers gives the same bits on every run.
 *
 * @param entry The workers' program.
 * @returns Caller closes. `gradient` throws TrainingFailure "worker-lost" when a worker has ended.
 */
export async function startParallelGradient(
  workers: number,
  entry = entryBeside(import.meta.url, './gradient-worker.node.ts'),
): Promise<ParallelGradient> {
  const group = await startWorkerGroup<GradientTask, LossAndGradient>(entry, workers);
  let shared: Float32Array = new Float32Array();
  return {
    async gradient(spec, { config }, layout, weights, whole) {
      if (shared.length !== weights.length) shared = new Float32Array(new SharedArrayBuffer(weights.byteLength));
      shared.set(weights);
      const parts = cutBatch(whole, workers);
      try {
        const results = await group.ask(parts.map(({ batch }) => ({ spec, config, layout, weights: shared, batch })));
        return joinGradients(parts.map(({ rows }, i) => ({ rows, result: results[i]! })));
      } catch (error) {
        throw error instanceof WorkerLostError ? workerLost(error, workers) : error;
      }
    },
    close: group.close,
  };
}

function workerLost(error: WorkerLostError, workers: number): TrainingFailure {
  return new TrainingFailure(
    'worker-lost',
    `${error.message}; was memory short? The last checkpoint is whole: resume from it with ${workers} workers as before`,
    { cause: error },
  );
}

import { entryBeside } from '../../engine/entry-beside.node.ts';
import { abandon, type MeetingPlace, meetingPlace } from '../../engine/wasm-workers/peers.ts';
import { startWorkerGroup, WorkerLostError } from '../../engine/wasm-workers/worker-group.node.ts';
import { TrainingFailure } from '../failures.ts';
import type { ComputeGradient, LossAndGradient } from '../step/gradient-step.ts';
import type { TrainingConfig } from '../training-config.ts';
import { cutBatch } from './cut-batch.ts';
import type { GradientTask } from './gradient-task.node.ts';

/** Workers that compute gradients together. */
export interface ParallelGradient {
  readonly gradient: ComputeGradient;
  /** Ends the workers. */
  close(): Promise<void>;
}

/**
 * Computes the gradients of batches on several threads with a wasm engine each, since one engine has one thread. Each has
 * some rows of a batch; wherever something is taken of all rows, the moments of a batch norm or the loss, the threads
 * exchange what it needs (`Peers`). What is minimised is the loss of the whole batch, as on one thread and on any other
 * engine; only the order of sums is another. The same number of workers gives the same bits on every run.
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
  let place: MeetingPlace | null = null;
  return {
    async gradient(spec, { config }, layout, weights, whole) {
      if (shared.length !== weights.length) shared = new Float32Array(new SharedArrayBuffer(weights.byteLength));
      shared.set(weights);
      const parts = cutBatch(whole, workers);
      const rows = parts.map((part) => part.rows);
      const meeting = placeFor(place, rows, mostHandedOver(config, Math.max(...rows)));
      place = meeting;
      const tasks = parts.map(({ pixels }, rank) => {
        return { spec, config, layout, weights: shared, batch: { ...whole, pixels }, place: meeting, rank };
      });
      try {
        const results = await group.ask(tasks, { onFailure: () => abandon(meeting) });
        return { ...results[0]!, gradient: sumOf(results.map(({ gradient }) => gradient)) };
      } catch (error) {
        place = null;
        throw error instanceof WorkerLostError ? workerLost(error, workers) : error;
      }
    },
    close: group.close,
  };
}

/** The same as before where that fits: memory that threads share is given back late. */
function placeFor(before: MeetingPlace | null, rows: readonly number[], capacity: number): MeetingPlace {
  const fits = before?.capacity === capacity && before.rows.join() === rows.join();
  return fits ? before : meetingPlace(rows, capacity);
}

/** Numbers that a thread hands over at once, at most: two moments of each channel, or its rows of embeddings or logits. */
function mostHandedOver({ encoder, projectionDims, classes }: TrainingConfig, rows: number): number {
  const columns = Math.max(projectionDims, classes.length);
  return Math.max(2 * Math.max(...encoder.stageChannels, projectionDims), rows * columns);
}

/** In the order of the parts, so that the same parts give the same bits. */
function sumOf(gradients: readonly Float32Array[]): Float32Array {
  return gradients[0]!.map((_, i) => gradients.reduce((sum, each) => sum + each[i]!, 0));
}

function workerLost(error: WorkerLostError, workers: number): TrainingFailure {
  return new TrainingFailure(
    'worker-lost',
    `${error.message}; was memory short? The last checkpoint is whole: resume from it with ${workers} workers as before`,
    { cause: error },
  );
}

/**
 * For tests: the tiny run on a software GPU that fails after the third step, in the way that the first argument names.
 * Writes how the run ended as one line of JSON.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { startWebgpu } from '../../engine/webgpu.node.ts';
import { FailureError } from '../../words/failure-error.ts';
import { TrainingFailure } from '../failures.ts';
import { trainOnEngine } from '../train-on-engine.node.ts';
import { TINY_CONFIG, TINY_DATA } from './tiny-run.ts';

/** What the program writes. */
export interface FailedRun {
  readonly code: string | null;
  readonly message: string;
  /** Steps after which a checkpoint was saved. */
  readonly saved: readonly number[];
}

const FAILS_AFTER = 3;

const FAILURES: Readonly<Record<string, (device: GPUDevice) => void>> = {
  'lost-device': (device) => device.destroy(),
  'refused-call': (device) => void device.createBuffer({ size: 2 ** 50, usage: GPUBufferUsage.STORAGE }),
};

async function failingRun(): Promise<FailedRun> {
  const start = await startWebgpu({ allowSoftwareAdapter: true });
  if (start.kind === 'absent') throw new FailureError(start.why);
  const saved: number[] = [];
  const run = trainOnEngine(start.engine, TINY_CONFIG, TINY_DATA, {
    signal: new AbortController().signal,
    saveCheckpoint: ({ step }) => void saved.push(step),
    checkpoint: null,
    now: () => 0,
    identity: { splitHash: 'split', engine: 'webgpu' },
  });
  try {
    for await (const record of run) {
      if (record.kind !== 'step' || record.step !== FAILS_AFTER) continue;
      FAILURES[process.argv[2]!]!((tf.backend() as WebGPUBackend).device);
    }
    return { code: null, message: 'it went on to its end', saved };
  } catch (error) {
    return { code: error instanceof TrainingFailure ? error.code : null, message: String(error), saved };
  }
}

console.log(JSON.stringify(await failingRun()));

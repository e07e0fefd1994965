import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { failure } from '../words/failure.ts';
import './register-gradients.node.ts';
import * as tf from '@tensorflow/tfjs-core';
import type { EngineStart } from './engine.ts';
import { BINDING_PATH, type InstalledEngine, installedEngine } from './tensorflow/engine-folder.node.ts';
import { settleOneDnn } from './tensorflow/onednn.node.ts';

/** Not called `require`: the build declares one of that name in every chunk that seems to need it. */
const nodeRequire = createRequire(import.meta.url);
/** Warnings of the library about itself; errors stay. */
const QUIET = '2';

/**
 * Starts TensorFlow.js on TensorFlow's own libraries, which `faceward engine install` puts in place.
 *
 * Threads are those of TF_NUM_INTRAOP_THREADS, or as many as the machine has cores; they are settled when the library
 * is first loaded and stay for the life of the process.
 *
 * @throws Error if the engine is installed but does not load; the message says how to install it anew.
 */
export async function startTensorflow(): Promise<EngineStart> {
  const installed = installedEngine();
  if (!installed) return { kind: 'absent', why: failure('engine.not-installed') };
  const threads = Number(process.env.TF_NUM_INTRAOP_THREADS) || availableParallelism();
  // Before the library is loaded, which reads it then.
  const oneDnn = settleOneDnn(process.env);
  if (!tf.findBackend('tensorflow')) register(installed, threads);
  tf.enableProdMode();
  if (!(await tf.setBackend('tensorflow'))) throw new Error(doesNotLoad(installed, 'its backend did not start'));
  // For comparing the two ways, and where a graph should ever be at fault.
  const stepGraph = process.env.FACEWARD_STEP_GRAPH !== 'off';
  const usesGpu = (tf.backend() as unknown as { isUsingGpuDevice: boolean }).isUsingGpuDevice;
  const onCpu = installed.flavour === 'gpu' ? 'engine.threads-no-gpu' : 'engine.threads';
  return {
    kind: 'started',
    engine: {
      name: 'tensorflow',
      device: usesGpu ? failure('engine.gpu', { gpu: 'NVIDIA GPU' }) : failure(onCpu, { count: threads }),
      versions: {
        tensorflow: installed.tensorflow,
        oneDNN: oneDnn,
        'step graph': stepGraph ? 'on' : 'off',
        '@tensorflow/tfjs-node-gpu': installed.tfjsNode,
        '@tensorflow/tfjs-core': tf.version_core,
      },
      threads,
      stepGraph,
    },
  };
}

function register(installed: InstalledEngine, threads: number): void {
  process.env.TF_NUM_INTRAOP_THREADS = String(threads);
  process.env.TF_CPP_MIN_LOG_LEVEL ??= QUIET;
  // The package was written for a Node that had these two without a warning.
  const util = nodeRequire('node:util') as Record<string, unknown>;
  util.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
  try {
    // Not the package itself, which insists on a binding inside of node_modules.
    nodeRequire('@tensorflow/tfjs-node-gpu/dist/register_all_kernels');
    const { NodeJSKernelBackend } = nodeRequire(
      '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend',
    ) as typeof import('@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js');
    const binding = nodeRequire(join(installed.dir, BINDING_PATH));
    tf.registerBackend(
      'tensorflow',
      () => new NodeJSKernelBackend(binding, '@tensorflow/tfjs-node-gpu') as unknown as tf.KernelBackend,
    );
  } catch (cause) {
    throw new Error(doesNotLoad(installed, (cause as Error).message), { cause });
  }
}

function doesNotLoad({ dir, flavour }: InstalledEngine, why: string): string {
  return `the tensorflow engine in ${dir} does not load: ${why}. Run "faceward engine install ${flavour}" again`;
}

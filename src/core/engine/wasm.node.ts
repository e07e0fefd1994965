import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import './register-gradients.node.ts';
import { setWasmPaths, version_wasm } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { failure } from '../words/failure.ts';
import type { Engine } from './engine.ts';
import { registerConv2dGradient } from './wasm-shims/conv2d-gradient.ts';

/**
 * Starts TensorFlow.js on WebAssembly under Node: one thread, wherever Node runs.
 *
 * @param options Workers that a training is to start beside this thread; see training/parallel-gradient.
 * @throws Error if the backend does not start.
 */
export async function startWasm({ workers = 1 }: { readonly workers?: number } = {}): Promise<Engine> {
  const packageFile = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(join(dirname(packageFile), 'wasm-out/'));
  // Quietens the library's advice to install its native engine, and leaves out its checks of every value.
  tf.enableProdMode();
  registerConv2dGradient();
  const isStarted = await tf.setBackend('wasm');
  if (!isStarted) throw new Error('the wasm backend of TensorFlow.js did not start; is the installation complete?');
  await tf.ready();
  return {
    name: 'wasm',
    device: workers > 1 ? failure('engine.workers', { count: workers }) : failure('engine.threads', { count: 1 }),
    versions: { '@tensorflow/tfjs-backend-wasm': version_wasm, '@tensorflow/tfjs-core': tf.version_core },
    threads: 1,
    workers,
  };
}

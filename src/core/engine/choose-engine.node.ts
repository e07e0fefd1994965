import * as tf from '@tensorflow/tfjs-core';
import { failure } from '../words/failure.ts';
import { ENGINE_NAMES, type EngineChoice, type EngineName, type EngineStart, type EngineTrial } from './engine.ts';
import { fastestEngine } from './fastest-engine.ts';
import { gradientError, LARGEST_GRADIENT_ERROR } from './gradient-self-check.ts';
import { imagesPerSecond } from './speed-probe.ts';
import { startTensorflow } from './tensorflow.node.ts';
import { startWasm } from './wasm.node.ts';
import { wasmWorkerCount } from './wasm-workers/worker-count.node.ts';
import { startWebgpu } from './webgpu.node.ts';

const STARTERS: Readonly<Record<EngineName, () => Promise<EngineStart>>> = {
  tensorflow: startTensorflow,
  webgpu: () => startWebgpu({ allowSoftwareAdapter: process.env.FACEWARD_ALLOW_SOFTWARE_GPU === '1' }),
  wasm: async () => ({ kind: 'started', engine: await startWasm({ workers: wasmWorkerCount() }) }),
};

/**
 * Starts the engine that this process will compute on: the one that a short probe finds fastest among those that are
 * there and whose gradients are right.
 *
 * @param requested The only engine to try, or undefined to choose among all.
 * @throws Error if the requested engine, or every engine, is absent or computes wrong gradients. An engine that was
 * asked for is never replaced by another.
 */
export async function chooseEngine(requested?: EngineName): Promise<EngineChoice> {
  const trials: EngineTrial[] = [];
  for (const name of requested ? [requested] : ENGINE_NAMES) trials.push(await tryEngine(name));
  const best = fastestEngine(trials);
  await tf.setBackend(best.name);
  return { engine: best.engine, findings: best.findings, trials, wasRequested: requested !== undefined };
}

async function tryEngine(name: EngineName): Promise<EngineTrial> {
  const start = await STARTERS[name]();
  if (start.kind === 'absent') return { name, ...start };
  const error = await gradientError();
  if (!(error <= LARGEST_GRADIENT_ERROR)) {
    const values = { error: error.toExponential(1), most: LARGEST_GRADIENT_ERROR };
    return { name, kind: 'wrong', why: failure('engine.wrong-gradients', values) };
  }
  const findings = { gradientError: error, imagesPerSecond: await imagesPerSecond(() => performance.now()) };
  return { name, kind: 'tried', engine: start.engine, findings };
}

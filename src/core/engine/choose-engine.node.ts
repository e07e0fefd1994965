import * as tf from '@tensorflow/tfjs-core';
import { failure } from '../words/failure.ts';
import {
  ENGINE_NAMES,
  type Engine,
  type EngineChoice,
  type EngineName,
  type EngineStart,
  type EngineTrial,
} from './engine.ts';
import { engineLooks } from './engine-looks.node.ts';
import { gradientError, LARGEST_GRADIENT_ERROR } from './gradient-self-check.ts';
import { preferredEngine } from './preferred-engine.ts';
import { startTensorflow } from './tensorflow.node.ts';
import { startWasm } from './wasm.node.ts';
import { wasmWorkerCount } from './wasm-workers/worker-count.node.ts';
import { startWebgpu } from './webgpu.node.ts';

const STARTERS: Readonly<Record<EngineName, () => Promise<EngineStart>>> = {
  tensorflow: startTensorflow,
  webgpu: () => startWebgpu({ allowSoftwareAdapter: process.env.FACEWARD_ALLOW_SOFTWARE_GPU === '1' }),
  wasm: async () => ({ kind: 'started', engine: await startWasm({ workers: wasmWorkerCount() }) }),
};

export interface EngineWish {
  /** The only engine to try; undefined chooses among all. */
  readonly requested?: EngineName | undefined;
  /** The only engine to try, since what is gone on with began on it. */
  readonly begunOn?: EngineName | undefined;
  /** Where what is found of engines is kept; null keeps nothing. */
  readonly dataDir: string | null;
  /** Measures engines that have been measured before, too; the faster figure counts, since whatever disturbs only slows. */
  readonly anew?: boolean;
}

/**
 * Starts the engine that this process will compute on: of those that are there and whose gradients are right, the first that
 * is not far slower than the fastest.
 *
 * @param imagesPerSecond Measures an engine, which is in use, by one worker.
 * @throws NoEngineError if the requested engine, or every engine, is absent or computes wrong gradients. An engine that was
 * asked for is never replaced by another.
 */
export async function chooseEngine(
  { requested, begunOn, dataDir, anew = false }: EngineWish,
  imagesPerSecond: (engine: Engine) => Promise<number>,
): Promise<EngineChoice> {
  const looks = engineLooks(dataDir);
  const only = begunOn ?? requested;
  const trials: EngineTrial[] = [];
  for (const name of only ? [only] : ENGINE_NAMES) {
    const start = await STARTERS[name]();
    const kept = start.kind === 'started' ? looks.imagesPerSecond(start.engine) : null;
    const speed = async (engine: Engine) => {
      if (kept !== null && !anew) return kept;
      return Math.max(kept ?? 0, await imagesPerSecond(engine));
    };
    trials.push(await tryEngine(name, start, speed));
  }
  looks.keep(trials, Date.now());
  const best = preferredEngine(trials);
  await tf.setBackend(best.name);
  const { engine, findings } = best;
  return { engine, findings, trials, wasRequested: requested !== undefined, wasBegunOn: begunOn !== undefined };
}

async function tryEngine(
  name: EngineName,
  start: EngineStart,
  speed: (engine: Engine) => Promise<number>,
): Promise<EngineTrial> {
  if (start.kind === 'absent') return { name, ...start };
  const error = await gradientError();
  if (!(error <= LARGEST_GRADIENT_ERROR)) {
    const values = { error: error.toExponential(1), most: LARGEST_GRADIENT_ERROR };
    return { name, kind: 'wrong', why: failure('engine.wrong-gradients', values) };
  }
  return {
    name,
    kind: 'tried',
    engine: start.engine,
    findings: { gradientError: error, imagesPerSecond: await speed(start.engine) },
  };
}

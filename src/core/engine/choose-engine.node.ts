import * as tf from '@tensorflow/tfjs-core';
import { ENGINE_NAMES, type EngineChoice, type EngineName, type EngineStart, type EngineTrial } from './engine.ts';
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
 * Starts the engine that this process will compute on: of those that are there and whose gradients are right, the
 * fastest by a short probe.
 *
 * @param requested The only engine to try, or undefined to choose among all.
 * @throws Error if the requested engine, or every engine, is absent or computes wrong gradients. An engine that was
 * asked for is never replaced by another.
 */
export async function chooseEngine(requested?: EngineName): Promise<EngineChoice> {
  const trials: EngineTrial[] = [];
  for (const name of requested ? [requested] : ENGINE_NAMES) trials.push(await tryEngine(name));
  const fit = trials.filter((each) => each.kind === 'tried');
  const [best] = fit.sort((a, b) => expectedSpeed(b) - expectedSpeed(a));
  if (!best) throw new Error(`nothing can be computed here: ${trials.map(namedTrial).join('; ')}`);
  await tf.setBackend(best.name);
  const others = trials.filter((each) => each !== best).map(namedTrial);
  const why = requested ? 'it was asked for' : `it is the fastest that works here (${others.join('; ')})`;
  return {
    engine: best.engine,
    findings: best.findings,
    trials,
    reason:
      `${best.name} on ${best.engine.device}, because ${why}; gradients agree with the cpu backend within ` +
      `${best.findings.gradientError.toExponential(0)}, ${speedText(best)} in the probe`,
  };
}

/** What an engine did in the probe, or why it is not used, as one phrase. */
export function describeTrial(trial: EngineTrial): string {
  return trial.kind === 'tried' ? `${speedText(trial)} on ${trial.engine.device}` : trial.reason;
}

function namedTrial(trial: EngineTrial): string {
  return `${trial.name}: ${describeTrial(trial)}`;
}

type FitEngine = Extract<EngineTrial, { kind: 'tried' }>;

/** The probe uses one worker; two were measured to be twice as fast as long as each has a core. */
function expectedSpeed({ engine, findings }: FitEngine): number {
  return findings.imagesPerSecond * (engine.workers ?? 1);
}

function speedText({ engine, findings }: FitEngine): string {
  const each = (engine.workers ?? 1) > 1 ? ' by each worker' : '';
  return `${Math.round(findings.imagesPerSecond)} images a second${each}`;
}

async function tryEngine(name: EngineName): Promise<EngineTrial> {
  const start = await STARTERS[name]();
  if (start.kind === 'absent') return { name, ...start };
  const error = await gradientError();
  if (!(error <= LARGEST_GRADIENT_ERROR)) {
    const reason =
      `its gradients are wrong: relative error ${error.toExponential(1)} against the cpu backend, ` +
      `${LARGEST_GRADIENT_ERROR} is allowed; nothing can be trained with it`;
    return { name, kind: 'wrong', reason };
  }
  const findings = { gradientError: error, imagesPerSecond: await imagesPerSecond(() => performance.now()) };
  return { name, kind: 'tried', engine: start.engine, findings };
}

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { initialiseEncoder } from '../net/encoder.ts';
import { lossAndGradient } from '../step/gradient-step.ts';
import { numbersOf, TINY_CONFIG, TINY_DATA } from '../testing/tiny-run.ts';
import { trainingConfig } from '../training-config.ts';
import { randomAt } from '../views/random.ts';
import { trainLocalSteps } from './local-steps.ts';

const CONFIG = trainingConfig({
  ...TINY_CONFIG,
  learner: 'supcon',
  crossEntropyWeight: 0,
  epochs: 4,
  maxSteps: 4,
  emaDecay: 0,
  startFrom: { id: 'round-1', weightsSha256: 'a'.repeat(64) },
});
const START = {
  encoder: CONFIG.encoder,
  classes: CONFIG.classes,
  tensors: initialiseEncoder(CONFIG.encoder, randomAt(9, 0)),
};
const IDENTITY = { splitHash: '', engine: 'cpu' };

beforeAll(async () => {
  await startWasm();
});

/** @param stopAfter Steps after which it is asked to stop; null for none. */
async function run({
  stopAfter = null as number | null,
  checkpoint = null as Checkpoint | null,
  fitsHead = false,
} = {}) {
  const signal = { aborted: false, reason: new Error('stopped') };
  const saved: Checkpoint[] = [];
  const losses: number[] = [];
  const steps = trainLocalSteps(CONFIG, TINY_DATA.train, {
    start: START,
    gradient: lossAndGradient,
    signal,
    checkpoint,
    saveCheckpoint: async (each) => void saved.push(each),
    identity: IDENTITY,
    headChosenOn: fitsHead ? TINY_DATA.val : null,
    now: () => 0,
  });
  try {
    let next = await steps.next();
    for (; !next.done; next = await steps.next()) {
      if (next.value.kind !== 'step') continue;
      losses.push(next.value.loss);
      if (next.value.step === stopAfter) signal.aborted = true;
    }
    return { result: next.value, saved, losses };
  } catch (error) {
    if (error !== signal.reason) throw error;
    return { result: null, saved, losses };
  }
}

it('makes exactly the steps asked for, from the weights given, and says their mean loss', async () => {
  const { result, losses } = await run();
  expect(losses).toHaveLength(4);
  expect(result!.loss).toBeCloseTo(losses.reduce((sum, each) => sum + each, 0) / 4, 10);
  expect(Object.keys(result!.tensors).sort()).toEqual(Object.keys(START.tensors).sort());
  expect(numbersOf(result!.tensors)).not.toEqual(numbersOf(START.tensors));
});

it('goes on after a stop to the same bits', async () => {
  const whole = await run();
  const stopped = await run({ stopAfter: 2 });
  expect(stopped.result).toBeNull();
  const resumed = await run({ checkpoint: stopped.saved.at(-1)! });
  expect(resumed.losses).toHaveLength(2);
  expect(numbersOf(resumed.result!.tensors)).toEqual(numbersOf(whole.result!.tensors));
  expect(resumed.result!.loss).toBe(whole.result!.loss);
});

it('fits a head where one is to leave with the encoder, and leaves nothing on the engine', async () => {
  const before = tf.memory().numTensors;
  const { result } = await run({ fitsHead: true });
  expect(result!.tensors['head.weight']!.shape).toEqual([16, 3]);
  expect(tf.memory().numTensors).toBe(before);
});

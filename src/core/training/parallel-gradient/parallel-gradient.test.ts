import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startWasm } from '../../engine/wasm.node.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { initialiseEncoder } from '../net/encoder.ts';
import { flatten, layOut } from '../net/parameters.ts';
import type { NetTensors, TrainedNet } from '../net/trained-net.ts';
import { imagePools } from '../regimes/image-pools.ts';
import { REGIME_PARTS } from '../regimes/regimes.ts';
import { type ComputeGradient, lossAndGradient } from '../step/gradient-step.ts';
import { objectiveOf } from '../step/objective.ts';
import { exampleFaces } from '../testing/example-faces.ts';
import { train } from '../trainer.ts';
import { trainingConfig } from '../training-config.ts';
import { drawBatch } from '../views/batch-images.ts';
import { randomAt } from '../views/random.ts';
import { type ParallelGradient, startParallelGradient } from './parallel-gradient.node.ts';

const DYING = fileURLToPath(new URL('../testing/dying-gradient-worker.node.ts', import.meta.url));
const FACES = {
  train: exampleFaces(
    [
      { group: 'child', imagesByEmotion: [8, 8, 8] },
      { group: 'adult', imagesByEmotion: [8, 8, 8] },
    ],
    1,
  ),
  val: exampleFaces([{ group: 'child', imagesByEmotion: [4, 4, 4] }], 500),
};
const CONFIG = trainingConfig({
  learner: 'supcon',
  regime: 'adults-as-augmentations',
  epochs: 3,
  seed: 1,
  classes: ['anger', 'disgust', 'fear'],
  encoder: { kind: 'resnet', inputPx: 16, stageChannels: [4, 8] },
  erasePx: [3, 6],
  batchChildren: 8,
  crossEntropyWeight: 0.5,
});

let parallel: ParallelGradient | undefined;

vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  await startWasm();
});

afterEach(() => parallel?.close());

async function run(
  gradient: ComputeGradient,
  checkpoint: Checkpoint | null = null,
  checkpoints: Checkpoint[] = [],
  { config, faces } = { config: CONFIG, faces: FACES },
) {
  const running = train(config, faces, {
    signal: new AbortController().signal,
    saveCheckpoint: (each) => void checkpoints.push(each),
    checkpoint,
    now: () => 0,
    identity: { splitHash: 'split', engine: 'wasm, 2 workers' },
    gradient,
  });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return value satisfies TrainedNet;
  }
}

test.each([2, 3])('%i workers find loss, embeddings and gradient of the whole batch', async (workers) => {
  const objective = objectiveOf(CONFIG);
  const random = randomAt(7);
  const onTop = objective.terms.map((term) => term.initialise(random));
  const tensors: NetTensors = Object.assign({}, initialiseEncoder(CONFIG.encoder, random), ...onTop);
  const layout = layOut(tensors);
  const weights = flatten(layout, tensors);
  const pools = imagePools(FACES.train, CONFIG);
  const batch = drawBatch(FACES.train, REGIME_PARTS[CONFIG.regime].at(-1)!.sampler(pools, CONFIG).batch(0), 0, CONFIG);

  parallel = await startParallelGradient(workers);
  const found = await parallel.gradient(CONFIG.encoder, objective, layout, weights, batch);

  const whole = await lossAndGradient(CONFIG.encoder, objective, layout, weights, batch);
  expect(found.loss).toBeCloseTo(whole.loss, 5);
  expect(found.parts.contrastive).toBeCloseTo(whole.parts.contrastive!, 5);
  expect(found.parts.crossEntropy).toBeCloseTo(whole.parts.crossEntropy!, 5);
  expect(largestDifference(found.embeddings!, whole.embeddings!)).toBeLessThan(1e-4);
  const largest = whole.gradient.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  expect(largestDifference(found.gradient, whole.gradient)).toBeLessThan(1e-5 * largest);
});

function largestDifference(a: Float32Array, b: Float32Array): number {
  expect(a.length).toBe(b.length);
  return a.reduce((most, each, i) => Math.max(most, Math.abs(each - b[i]!)), 0);
}

test('two workers give the same bits on every run, and others than one', async () => {
  parallel = await startParallelGradient(2);
  const first = await run(parallel.gradient);
  await parallel.close();
  parallel = await startParallelGradient(2);
  expect(await run(parallel.gradient)).toEqual(first);
  expect((await run(lossAndGradient)).tensors).not.toEqual(first.tensors);
});

test('a worker that is killed ends the run by name; resumed from its checkpoint, it ends with the same bits', async () => {
  const checkpoints: Checkpoint[] = [];
  parallel = await startParallelGradient(2, DYING);
  await expect(run(parallel.gradient, null, checkpoints)).rejects.toMatchObject({
    name: 'TrainingFailure',
    code: 'worker-lost',
    message: expect.stringMatching(/^worker 2 of 2 ended with code 137; .* resume/),
  });
  expect(checkpoints.length).toBeGreaterThan(0);
  await parallel.close();
  parallel = await startParallelGradient(2);
  const whole = await run(parallel.gradient);
  expect(await run(parallel.gradient, checkpoints.at(-1)!)).toEqual(whole);
});

test('a run that has collapsed ends by name with two workers too', async () => {
  const blank = (faces: typeof FACES.train) => ({ ...faces, crops: new Uint8Array(faces.crops.length).fill(128) });
  const unchanged = { eraseProbability: 0, brightness: 0, contrast: 0, gamma: 0, crossEntropyWeight: 0 };
  const collapsing = {
    config: { ...CONFIG, ...unchanged, epochs: 10 },
    faces: { train: blank(FACES.train), val: blank(FACES.val) },
  };
  parallel = await startParallelGradient(2);
  await expect(run(parallel.gradient, null, [], collapsing)).rejects.toMatchObject({
    name: 'TrainingFailure',
    code: 'collapsed',
  });
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { chooseEngine } from '../engine/choose-engine.node.ts';
import type { Checkpoint } from './checkpoint.ts';
import { predictLogits } from './forward.ts';
import type { LogRecord } from './log-record.ts';
import { exampleFaces } from './testing/example-faces.ts';
import type { TrainedNet } from './trained-net.ts';
import { train } from './trainer.ts';
import { type TrainingChoice, type TrainingConfig, trainingConfig } from './training-config.ts';

const DATA = {
  train: exampleFaces(
    [
      { group: 'child', imagesByEmotion: [8, 8, 8] },
      { group: 'adult', imagesByEmotion: [8, 8, 8] },
    ],
    1,
  ),
  val: exampleFaces([{ group: 'child', imagesByEmotion: [6, 6, 6] }], 500),
};

function tinyConfig(choice: Partial<TrainingChoice> = {}): TrainingConfig {
  return trainingConfig({
    learner: 'cross-entropy',
    regime: 'adults-as-augmentations',
    epochs: 3,
    seed: 1,
    classes: ['anger', 'disgust', 'fear'],
    encoder: { kind: 'resnet', inputPx: 48, stageChannels: [4, 8, 8] },
    batchChildren: 8,
    ...choice,
  });
}

interface Outcome {
  readonly net: TrainedNet;
  readonly records: readonly LogRecord[];
  readonly checkpoints: readonly Checkpoint[];
}

interface RunOptions {
  readonly checkpoint?: Checkpoint;
  readonly signal?: AbortSignal;
  readonly onRecord?: (record: LogRecord) => void;
  readonly checkpoints?: Checkpoint[];
  readonly data?: typeof DATA;
}

async function run(config: TrainingConfig, options: RunOptions = {}): Promise<Outcome> {
  const { signal = new AbortController().signal, checkpoint = null, checkpoints = [] } = options;
  const records: LogRecord[] = [];
  const running = train(config, options.data ?? DATA, {
    signal,
    checkpoint,
    saveCheckpoint: (each) => void checkpoints.push(each),
    now: () => records.length * 100,
    identity: { splitHash: 'split', engine: 'wasm' },
  });
  for (;;) {
    const { done, value } = await running.next();
    if (done) return { net: value, records, checkpoints };
    records.push(value);
    options.onRecord?.(value);
  }
}

async function accuracyOnVal(net: TrainedNet): Promise<number> {
  const logits = await predictLogits(net, DATA.val);
  const right = Array.from(DATA.val.emotion).filter((emotion, i) => {
    const row = [...logits.subarray(i * 3, i * 3 + 3)];
    return row[emotion] === Math.max(...row);
  });
  return right.length / DATA.val.count;
}

beforeAll(async () => {
  await chooseEngine();
});

test.each([
  'cross-entropy',
  'supcon',
] as const)('%s learns to tell drawn faces apart that it has not seen', async (learner) => {
  const { net, records } = await run(tinyConfig({ learner, epochs: 40, emaDecay: 0.9, rotationDeg: 5 }));
  expect(await accuracyOnVal(net)).toBeGreaterThan(0.8);
  const losses = records.flatMap((record) => (record.kind === 'step' ? [record.loss] : []));
  expect(losses.length).toBe(120);
  expect(losses.at(-1)).toBeLessThan(losses[0]!);
  expect(net.history.map(({ epoch }) => epoch)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test('the same seed gives the same weights to the bit, another seed does not', async () => {
  const [first, second, other] = [await run(tinyConfig()), await run(tinyConfig()), await run(tinyConfig({ seed: 2 }))];
  expect(second.net).toEqual(first.net);
  expect(other.net.tensors).not.toEqual(first.net.tensors);
});

test.each([
  'cross-entropy',
  'supcon',
] as const)('%s, stopped in the middle of an epoch and resumed, ends with the same bits', async (learner) => {
  const config = tinyConfig({ learner });
  const whole = await run(config);
  const stop = new AbortController();
  const checkpoints: Checkpoint[] = [];
  const stopped = run(config, {
    signal: stop.signal,
    checkpoints,
    onRecord: (record) => {
      if (record.kind === 'step' && record.step === 5) stop.abort(new Error('stopped by staff'));
    },
  });
  await expect(stopped).rejects.toThrow('stopped by staff');
  expect(checkpoints.map(({ step }) => step)).toEqual([3, 5]);
  const resumed = await run(config, { checkpoint: checkpoints.at(-1)! });
  expect(resumed.net).toEqual(whole.net);
  const afterKill = await run(config, { checkpoint: whole.checkpoints[0]! });
  expect(afterKill.net).toEqual(whole.net);
});

test('joined with cross-entropy, the log shows both parts and the head is the one that was trained', async () => {
  const joint = tinyConfig({ learner: 'supcon', contrastiveWeight: 0.5, crossEntropyWeight: 2, epochs: 30 });
  const { net, records } = await run(joint);
  const steps = records.flatMap((record) => (record.kind === 'step' ? [record] : []));
  for (const { loss, contrastive, crossEntropy } of steps) {
    expect(loss).toBeCloseTo(0.5 * contrastive! + 2 * crossEntropy!, 4);
  }
  expect(steps.at(-1)!.crossEntropy).toBeLessThan(steps[0]!.crossEntropy!);
  expect(steps.at(-1)!.contrastive).toBeLessThan(steps[0]!.contrastive!);
  expect(records.filter((record) => record.kind === 'stage' && record.stage === 'head')).toEqual([]);
  expect(Object.keys(net.tensors).filter((name) => name.startsWith('projector.'))).toEqual([]);
  expect(await accuracyOnVal(net)).toBeGreaterThan(0.8);
});

test('a limit of steps ends the run in the middle of an epoch, at the end of its cosine', async () => {
  const { net, records } = await run(tinyConfig({ maxSteps: 4 }));
  const steps = records.flatMap((record) => (record.kind === 'step' ? [record] : []));
  expect(steps.map(({ step, steps: all }) => `${step} of ${all}`)).toEqual(['1 of 4', '2 of 4', '3 of 4', '4 of 4']);
  expect(steps.at(-1)!.learningRate).toBeLessThan(0.2 * steps[0]!.learningRate);
  expect(net.history.at(-1)).toEqual({ stage: 'training', epoch: 2, loss: steps.at(-1)!.loss });
});

test('the time left is the mean step times the steps left', async () => {
  const { records } = await run(tinyConfig({ epochs: 1 }));
  const left = records.flatMap((record) => (record.kind === 'step' ? [record.leftMs] : []));
  expect(left).toEqual([null, 100, 0]);
});

test('leaves no tensor behind, neither finished nor stopped', async () => {
  const before = tf.memory().numTensors;
  await run(tinyConfig({ learner: 'supcon', epochs: 1 }));
  expect(tf.memory().numTensors).toBe(before);
  await expect(run(tinyConfig(), { signal: AbortSignal.abort(new Error('at once')) })).rejects.toThrow('at once');
  expect(tf.memory().numTensors).toBe(before);
});

test('a contrastive run that has collapsed ends with the name of what happened', async () => {
  const blank = (faces: typeof DATA.train) => ({ ...faces, crops: new Uint8Array(faces.crops.length).fill(128) });
  const data = { train: blank(DATA.train), val: blank(DATA.val) };
  const unchanged = { eraseProbability: 0, brightness: 0, contrast: 0, gamma: 0 };
  const config = tinyConfig({ learner: 'supcon', epochs: 10, ...unchanged });
  await expect(run(config, { data })).rejects.toMatchObject({ name: 'TrainingFailure', code: 'collapsed' });
});

test('a loss that is not finite ends the run', async () => {
  const { checkpoints } = await run(tinyConfig({ epochs: 1 }));
  const broken = { ...checkpoints[0]!, weights: checkpoints[0]!.weights.map(() => Number.NaN), step: 1 };
  const config = tinyConfig({ epochs: 1 });
  await expect(run(config, { checkpoint: broken })).rejects.toMatchObject({ code: 'loss-not-finite' });
});

test('a checkpoint of another split is refused', async () => {
  const { checkpoints } = await run(tinyConfig({ epochs: 1 }));
  const other = { ...checkpoints[0]!, identity: { splitHash: 'other', engine: 'wasm' } };
  await expect(run(tinyConfig({ epochs: 1 }), { checkpoint: other })).rejects.toMatchObject({ code: 'other-run' });
});

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { startWasm } from '../engine/wasm.node.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { LogRecord } from './log-record.ts';
import { predictLogits } from './net/forward.ts';
import type { ReadableNet, TrainedNet } from './net/trained-net.ts';
import { exampleFaces } from './testing/example-faces.ts';
import { train } from './trainer.ts';
import { type TrainingChoice, type TrainingConfig, trainingConfig } from './training-config.ts';
import { valChildren, valLossOf } from './val-loss.ts';

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
    encoder: { kind: 'resnet', inputPx: 24, stageChannels: [4, 8, 8] },
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
  readonly minutesPerRecord?: number;
  readonly start?: ReadableNet;
}

async function run(config: TrainingConfig, options: RunOptions = {}): Promise<Outcome> {
  const { signal = new AbortController().signal, checkpoint = null, checkpoints = [] } = options;
  const records: LogRecord[] = [];
  const running = train(config, options.data ?? DATA, {
    signal,
    checkpoint,
    saveCheckpoint: (each) => void checkpoints.push(each),
    now: () => records.length * (options.minutesPerRecord ? options.minutesPerRecord * 60_000 : 100),
    start: options.start ?? null,
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
  await startWasm();
});

test.each([
  'cross-entropy',
  'simclr',
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
  'simclr',
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

describe('in stages', () => {
  const choices: [string, Partial<TrainingChoice>][] = [
    ['cross-entropy', { learner: 'cross-entropy' }],
    ['simclr, a head, fine-tuning', { learner: 'simclr', fineTuneEpochs: 3, l2ToStart: 0.5 }],
    ['supcon with cross-entropy, fine-tuning', { learner: 'supcon', crossEntropyWeight: 1, fineTuneEpochs: 3 }],
  ];

  test.each(
    choices,
  )('%s, adults then children: killed at any checkpoint and resumed, ends with the same bits', async (_, choice) => {
    const config = tinyConfig({ regime: 'adults-then-children', epochs: 2, ...choice });
    // a clock that jumps a minute with every record, so that there is a checkpoint after every step
    const whole = await run(config, { minutesPerRecord: 1 });
    const stages = new Set(whole.checkpoints.map(({ stage }) => stage));
    expect(stages.size).toBe(choice.fineTuneEpochs ? 3 : 2);
    expect(new Set(whole.net.history.map(({ stage }) => stage)).size).toBe(stages.size);
    const byStage = Object.values(Object.groupBy(whole.checkpoints, ({ stage }) => stage)) as Checkpoint[][];
    for (const checkpoint of byStage.flatMap((all) => [all[1]!, all.at(-1)!])) {
      const resumed = await run(config, { checkpoint: structuredClone(checkpoint) });
      expect(resumed.net).toEqual(whole.net);
    }
  });

  test('fine-tuning leaves behind the weights that val liked best, and ends when it likes none better', async () => {
    const { net, records } = await run(
      tinyConfig({ learner: 'supcon', epochs: 4, fineTuneEpochs: 40, fineTuneLearningRate: 0.02, patienceEpochs: 2 }),
    );
    const judged = net.valLosses.filter(({ stage }) => stage === 'fine-tuning');
    const best = judged.reduce((a, b) => (b.loss < a.loss ? b : a));
    expect(judged[0]!.epoch).toBe(0);
    expect(judged.at(-1)!.epoch).toBe(Math.min(best.epoch + 2, 40));
    expect(judged[0]!.loss).toBeCloseTo(net.valLosses.find(({ stage }) => stage === 'head')!.loss, 4);
    expect(await valLossOf(net, net.tensors, valChildren(DATA.val, net))).toBeCloseTo(best.loss, 6);
    expect(records.filter(({ kind }) => kind === 'warning')).toEqual([]);
  });

  test('a run from trained weights starts with what they know, and stays near them', async () => {
    const base = await run(tinyConfig({ epochs: 40, emaDecay: 0.9, rotationDeg: 5 }));
    const startFrom = { id: 'base', weightsSha256: 'ab' };
    const weightsAfter = async (l2ToStart: number) => {
      const change = { epochs: 3, learningRate: 0.01, emaDecay: 0, patienceEpochs: 9 };
      const { net, checkpoints } = await run(tinyConfig({ startFrom, l2ToStart, ...change }), { start: base.net });
      expect(net.valLosses[0]).toMatchObject({ stage: 'fine-tuning', epoch: 0 });
      expect(net.valLosses[0]!.loss).toBeLessThan(0.6 * Math.log(3));
      return checkpoints.at(-1)!;
    };
    const [near, free] = [await weightsAfter(20), await weightsAfter(0)];
    const distance = ({ weights }: Checkpoint) => Math.hypot(...weights.map((weight, i) => weight - near.start![i]!));
    expect(free.start).toBeNull();
    expect(distance(near)).toBeLessThan(0.8 * distance(free));
  });

  test('a net to start from comes with its name in the configuration, and the other way round', async () => {
    const { net } = await run(tinyConfig({ epochs: 1 }));
    await expect(run(tinyConfig(), { start: net })).rejects.toThrow(/exactly where config.startFrom names one/);
    const startFrom = { id: 'base', weightsSha256: 'ab' };
    await expect(run(tinyConfig({ startFrom }))).rejects.toThrow(/exactly where config.startFrom names one/);
  });

  test('a run on adults only never sees a child, but is judged on them', async () => {
    const unlikeAny = {
      ...DATA.train,
      crops: DATA.train.crops.map((grey, i) => (i < DATA.train.crops.length / 2 ? 9 : grey)),
    };
    expect(DATA.train.group.indexOf('adult')).toBe(DATA.train.count / 2);
    const config = tinyConfig({ regime: 'adults', learner: 'supcon' });
    expect((await run(config, { data: { ...DATA, train: unlikeAny } })).net).toEqual((await run(config)).net);
  });
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
  await expect(run(config, { checkpoint: broken })).rejects.toMatchObject({
    code: 'loss-not-finite',
    message: expect.stringMatching(/on \d+\.jpg, \d+\.jpg, .* and \d+ more/),
  });
});

test('a checkpoint of another split is refused', async () => {
  const { checkpoints } = await run(tinyConfig({ epochs: 1 }));
  const other = { ...checkpoints[0]!, identity: { splitHash: 'other', engine: 'wasm' } };
  await expect(run(tinyConfig({ epochs: 1 }), { checkpoint: other })).rejects.toMatchObject({ code: 'other-run' });
});

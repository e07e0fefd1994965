import { EMOTIONS } from '../../emotion/emotion.ts';
import { evaluate } from '../../evaluation/evaluation.ts';
import type { Evaluation } from '../../evaluation/evaluation-schema.ts';
import { encoderConvs, FEATURE_NORM, featureCount, initialiseEncoder } from '../../training/net/encoder.ts';
import { initialiseHead } from '../../training/net/head.ts';
import type { NetTensors } from '../../training/net/trained-net.ts';
import { randomAt } from '../../training/views/random.ts';
import type { ModelConfig } from '../model-config.ts';

/** A small model that was never trained, whole and consistent: something to write, read, list and approve in tests. */
export function exampleModel(change: Partial<ModelConfig> = {}): { config: ModelConfig; tensors: NetTensors } {
  const config: ModelConfig = {
    formatVersion: 1,
    id: 'example',
    version: '1.0.0',
    architecture: { kind: 'resnet', inputPx: 48, stageChannels: [4, 8] },
    classes: [...EMOTIONS],
    cropPx: 60,
    normalisation: 'per-image',
    temperature: 1.25,
    threshold: 0.4,
    distress: { atLeast: 0.3, below: 0.2 },
    learner: 'supcon',
    regime: 'adults-as-augmentations',
    epochs: 5,
    seed: 1,
    engine: { name: 'wasm', versions: { '@tensorflow/tfjs-core': '4.22.0' } },
    training: { batchChildren: 32 },
    command: 'faceward train --dataset cohort --learner supcon --regime adults-as-augmentations --out example',
    datasets: ['cohort'],
    labelColumn: 'label',
    trainingData: { images: 30, children: 2, adults: 1, childImages: 20, adultImages: 10 },
    excluded: ['c021'],
    split: {
      seed: 1,
      shares: { train: 0.65, val: 0.1, test: 0.25 },
      hash: 'a'.repeat(64),
      subjectsKnown: true,
      subjects: {
        train: ['0000000000000001', '0000000000000002'],
        val: ['0000000000000003'],
        test: ['0000000000000004'],
      },
    },
    classesValidatedOnChildren: [],
    notes: null,
    license: 'Apache-2.0',
    testedOn: 'rendered faces',
    test: exampleEvaluation(),
    tests: [],
    comparison: null,
    createdAtIso: '2026-01-02T03:04:05.000Z',
    ...change,
  };
  return { config, tensors: exampleTensors(config) };
}

function exampleTensors({ architecture, classes }: ModelConfig): NetTensors {
  const convs = encoderConvs(architecture).map(({ name, outChannels }) => ({ name, channels: outChannels }));
  const norms = [...convs, { name: FEATURE_NORM, channels: featureCount(architecture) }];
  const statistics = norms.flatMap(({ name, channels }) => [
    [`${name}.norm.mean`, { shape: [channels], data: new Float32Array(channels) }],
    [`${name}.norm.variance`, { shape: [channels], data: new Float32Array(channels).fill(1) }],
  ]);
  return {
    ...initialiseEncoder(architecture, randomAt(1)),
    ...Object.fromEntries(statistics),
    ...initialiseHead(featureCount(architecture), classes.length),
  };
}

/** Images of each emotion but disgust, at least two and one for each subject, most of them named right. */
export function exampleEvaluation(subjects = 4): Evaluation {
  const each = Math.max(2, Math.ceil(subjects / (EMOTIONS.length - 1)));
  const shown = EMOTIONS.flatMap((emotion, index) =>
    emotion === 'disgust' ? [] : new Array<number>(each).fill(index),
  );
  const probabilities = shown.flatMap((truth, i) => EMOTIONS.map((_, j) => (j === (i === 0 ? 6 : truth) ? 0.7 : 0.05)));
  return evaluate(
    {
      probabilities: Float32Array.from(probabilities),
      classes: EMOTIONS,
      truth: Int8Array.from(shown),
      subject: shown.map((_, i) => `c${i % subjects}`),
      ageYears: shown.map((_, i) => 4 + (i % 4)),
    },
    { threshold: 0.4, distress: { atLeast: 0.3, below: 0.2 }, seed: 1, subjectsKnown: true },
  );
}

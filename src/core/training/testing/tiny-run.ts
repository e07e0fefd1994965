import type { FaceSet } from '../../dataset/faces/face-set.ts';
import type { NetTensors } from '../net/trained-net.ts';
import { type TrainingConfig, trainingConfig } from '../training-config.ts';
import { exampleFaces } from './example-faces.ts';

/** For tests: steps of the runs below. */
export const TINY_STEPS = 50;

/** For tests: the steps that a slow engine makes of the first of them. */
export const TINY_FIRST_STEPS = 10;

/** For tests: a run that even a GPU made of software gets through, with both losses and every kind of layer. */
export const TINY_CONFIG = trainingConfig({
  learner: 'supcon',
  crossEntropyWeight: 0.5,
  regime: 'adults-as-augmentations',
  epochs: TINY_STEPS,
  maxSteps: TINY_STEPS,
  seed: 1,
  classes: ['anger', 'disgust', 'fear'],
  encoder: { kind: 'resnet', inputPx: 8, stageChannels: [8, 16] },
  erasePx: [1, 3],
  batchChildren: 12,
  // A calm run: at the usual rate and temperature a net this small doubles a rounding error every three steps.
  learningRate: 1e-3,
  temperature: 0.5,
});

/** For tests: the images of the run, two batches of children. */
export const TINY_DATA = {
  train: exampleFaces(
    [
      { group: 'child', imagesByEmotion: [8, 8, 8] },
      { group: 'adult', imagesByEmotion: [8, 8, 8] },
    ],
    1,
  ),
  val: exampleFaces([{ group: 'child', imagesByEmotion: [4, 4, 4] }], 500),
};

/** Two batches of 24 and 25: of more rows, since two views of a dozen images double a rounding error every other step. */
const UNEVEN_DATA = {
  ...TINY_DATA,
  train: exampleFaces(
    [
      { group: 'child', imagesByEmotion: [17, 16, 16] },
      { group: 'adult', imagesByEmotion: [16, 16, 16] },
    ],
    1,
  ),
};

export interface TinyRun {
  readonly config: TrainingConfig;
  readonly data: { readonly train: FaceSet; readonly val: FaceSet };
}

/** For tests: by name, runs of which each makes operations that the others do not. */
export const TINY_RUNS = {
  'supcon and cross-entropy': { config: TINY_CONFIG, data: TINY_DATA },
  'simclr, then a linear head': {
    config: trainingConfig({
      ...TINY_CONFIG,
      learner: 'simclr',
      crossEntropyWeight: 0,
      regime: 'children',
      viewsPerChild: 2,
      batchChildren: 24,
    }),
    data: UNEVEN_DATA,
  },
  'cross-entropy in two parts': {
    config: trainingConfig({
      ...TINY_CONFIG,
      learner: 'cross-entropy',
      crossEntropyWeight: 0,
      regime: 'adults-then-children',
      adultsShare: 0.4,
      batchChildren: 24,
    }),
    data: UNEVEN_DATA,
  },
} as const satisfies Readonly<Record<string, TinyRun>>;

export type TinyRunName = keyof typeof TINY_RUNS;

export const TINY_RUN_NAMES = Object.keys(TINY_RUNS) as TinyRunName[];

/** For tests: all numbers of a net, tensor by tensor. */
export function numbersOf(tensors: NetTensors): number[] {
  return Object.keys(tensors)
    .sort()
    .flatMap((name) => [...tensors[name]!.data]);
}

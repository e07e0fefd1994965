import { trainingConfig } from '../training-config.ts';
import { exampleFaces } from './example-faces.ts';

/** For tests: steps of the run below. */
export const TINY_STEPS = 30;

/** For tests: the steps of it that a slow engine makes. */
export const TINY_FIRST_STEPS = 12;

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

import type { FaceSet } from '../src/core/dataset/faces/face-set.ts';
import { exampleFaces } from '../src/core/training/testing/example-faces.ts';
import { type TrainingConfig, trainingConfig } from '../src/core/training/training-config.ts';

const VIEWS = 2;
const EMOTIONS = 7;
/** More than any run here takes; each is ended when it has been measured. */
const ENDLESS = 1e6;

/** The net that ships, trained by SupCon on two views of each image. @param rows Views in a batch. */
export function workloadConfig(rows: number): TrainingConfig {
  return trainingConfig({
    learner: 'supcon',
    regime: 'children',
    epochs: ENDLESS,
    seed: 1,
    viewsPerChild: VIEWS,
    batchChildren: rows / VIEWS,
  });
}

/** Drawn faces, as many as two batches need and no more: an epoch is cut into batches as equal as can be. */
export function workloadFaces(rows: number): { readonly train: FaceSet; readonly val: FaceSet } {
  const children = (images: number) => [
    {
      group: 'child' as const,
      imagesByEmotion: Array.from({ length: EMOTIONS }, (_, emotion) => Math.floor((images + emotion) / EMOTIONS)),
    },
  ];
  return { train: exampleFaces(children((2 * rows) / VIEWS), 1), val: exampleFaces(children(EMOTIONS), 900) };
}

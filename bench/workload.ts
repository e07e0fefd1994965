import type { FaceSet } from '../src/core/dataset/faces/face-set.ts';
import { exampleFaces } from '../src/core/training/testing/example-faces.ts';
import { type TrainingConfig, trainingConfig } from '../src/core/training/training-config.ts';

const VIEWS = 2;
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

/** Drawn faces, as many as two batches need, so that every batch is full. */
export function workloadFaces(rows: number): { readonly train: FaceSet; readonly val: FaceSet } {
  const children = (perEmotion: number) => [
    { group: 'child' as const, imagesByEmotion: Array<number>(7).fill(perEmotion) },
  ];
  const faces = exampleFaces(children(Math.ceil((2 * rows) / VIEWS / 7)), 1);
  return { train: faces, val: exampleFaces(children(1), 900) };
}

import type { FaceSet } from '../../dataset/faces/face-set.ts';
import type { BatchViews } from '../regimes/regime.ts';
import type { Batch } from '../step/gradient-step.ts';
import { targetsOf } from '../step/targets.ts';
import type { TrainingConfig } from '../training-config.ts';
import { augmentedView } from './augment.ts';
import { PURPOSES, randomAt } from './random.ts';

/** Draws the views of a batch; the same step of the same run draws the same views. */
export function drawBatch(faces: FaceSet, views: BatchViews, step: number, config: TrainingConfig): Batch {
  const { rows, classes, images } = views;
  const { inputPx } = config.encoder;
  const length = inputPx * inputPx;
  const pixels = new Float32Array(rows.length * length);
  for (const [view, row] of rows.entries()) {
    augmentedView(faces, row, inputPx, config, randomAt(config.seed, PURPOSES.view, step, view), pixels, view * length);
  }
  return { pixels, classes, images, targets: targetsOf(faces, rows, classes, config) };
}

import type { TrainingConfig } from '../training-config.ts';
import { batchViews, ownViews } from './batch-views.ts';
import type { ImagePools } from './image-pools.ts';
import { imagesOfStep, stepsOver } from './images-of-step.ts';
import type { BatchSampler } from './regime.ts';

/**
 * Batches of images of one kind, each as `viewsPerChild` views. An epoch is one pass over them; its batches differ in
 * size by one image at most, so that no batch is too small to be normalised. With `epochSteps` all are of one size.
 *
 * @param stream Tells the order of these images apart from that of others in the same run.
 */
export function plainBatches(
  rows: readonly number[],
  stream: number,
  { classOfRow, warnings }: ImagePools,
  config: TrainingConfig,
): BatchSampler {
  const stepsPerEpoch = stepsOver(rows.length, config.batchChildren, config);
  const passes = { rows, classOfRow, stream, config, stepsPerEpoch };
  const imagesAt = imagesOfStep({ ...passes, perStep: config.batchChildren, perEpoch: rows.length });
  return {
    stepsPerEpoch,
    warnings,
    batch: (step) =>
      batchViews(
        imagesAt(step).map(({ row, times }) => ownViews(row, config.viewsPerChild * times)),
        classOfRow,
      ),
  };
}

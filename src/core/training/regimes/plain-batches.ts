import type { TrainingConfig } from '../training-config.ts';
import { batchViews, ownViews } from './batch-views.ts';
import type { ImagePools } from './image-pools.ts';
import { passesOver } from './passes.ts';
import type { BatchSampler } from './regime.ts';

/**
 * Batches of images of one kind, each as `viewsPerChild` views. An epoch is one pass over them; its batches differ in
 * size by one image at most, so that no batch is too small to be normalised.
 *
 * @param stream Tells the order of these images apart from that of others in the same run.
 */
export function plainBatches(
  rows: readonly number[],
  stream: number,
  { classOfRow, warnings }: ImagePools,
  config: TrainingConfig,
): BatchSampler {
  const rowsAt = passesOver({ rows, classOfRow, stream, config });
  const stepsPerEpoch = stepsOver(rows.length, config.batchChildren);
  return {
    stepsPerEpoch,
    warnings,
    batch(step) {
      const images = rowsAt(...batchBounds(step, stepsPerEpoch, rows.length));
      return batchViews(
        images.map((row) => ownViews(row, config.viewsPerChild)),
        classOfRow,
      );
    },
  };
}

/** Batches of about `batchSize` in a pass over `count` images, none of them empty. */
export function stepsOver(count: number, batchSize: number): number {
  return Math.min(count, Math.max(1, Math.round(count / batchSize)));
}

/** First position and the one after the last of a step's images. */
export function batchBounds(step: number, stepsPerEpoch: number, count: number): [number, number] {
  const epochStart = Math.floor(step / stepsPerEpoch) * count;
  const within = step % stepsPerEpoch;
  const bound = (k: number) => epochStart + Math.floor((k * count) / stepsPerEpoch);
  return [bound(within), bound(within + 1)];
}

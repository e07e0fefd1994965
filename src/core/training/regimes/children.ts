import { batchViews, ownViews } from './batch-views.ts';
import { passesOver } from './passes.ts';
import type { BatchSampler, Regime } from './regime.ts';

/**
 * Regime "children": B child images, each as `viewsPerChild` views. An epoch is one pass over them; its batches differ
 * in size by one image at most, so that no batch is too small to be normalised.
 */
export const children: Regime = ({ childRows, classOfRow, warnings }, config): BatchSampler => {
  const rowsAt = passesOver({ rows: childRows, classOfRow, stream: 0, config });
  const stepsPerEpoch = stepsOver(childRows.length, config.batchChildren);
  return {
    stepsPerEpoch,
    warnings,
    batch(step) {
      const images = rowsAt(...batchBounds(step, stepsPerEpoch, childRows.length));
      return batchViews(
        images.map((row) => ownViews(row, config.viewsPerChild)),
        classOfRow,
      );
    },
  };
};

/** Batches of about `batchSize` in a pass over `count` images. */
export function stepsOver(count: number, batchSize: number): number {
  return Math.max(1, Math.round(count / batchSize));
}

/** First position and the one after the last of a step's images. */
export function batchBounds(step: number, stepsPerEpoch: number, count: number): [number, number] {
  const epochStart = Math.floor(step / stepsPerEpoch) * count;
  const within = step % stepsPerEpoch;
  const bound = (k: number) => epochStart + Math.floor((k * count) / stepsPerEpoch);
  return [bound(within), bound(within + 1)];
}

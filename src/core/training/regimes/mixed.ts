import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import { batchViews, ownViews } from './batch-views.ts';
import { passesOver } from './passes.ts';
import { batchBounds, stepsOver } from './plain-batches.ts';
import type { BatchSampler, SamplerMaker } from './regime.ts';

/**
 * Regime "mixed": B images of both groups, whatever they show, each as `viewsPerChild` views. `mixedChildShare` of them
 * are children's; without it the groups' sizes decide, which reads every image of both once an epoch. An epoch is one
 * pass over the child images, the adults follow in passes of their own.
 */
export const mixed: SamplerMaker = ({ childRows, adultRows, classOfRow, warnings }, config): BatchSampler => {
  if (adultRows.length === 0) {
    throw new FailureError(failure('training.regime-needs-adults', { regime: 'mixed' }));
  }
  const share = config.mixedChildShare ?? childRows.length / (childRows.length + adultRows.length);
  const stepsPerEpoch = stepsOver(childRows.length, config.batchChildren * share);
  const adultsPerEpoch = Math.max(1, Math.round((childRows.length * (1 - share)) / share));
  const childrenAt = passesOver({ rows: childRows, classOfRow, stream: 0, config });
  const adultsAt = passesOver({ rows: adultRows, classOfRow, stream: 1, config });
  return {
    stepsPerEpoch,
    warnings,
    batch(step) {
      const images = [
        ...childrenAt(...batchBounds(step, stepsPerEpoch, childRows.length)),
        ...adultsAt(...batchBounds(step, stepsPerEpoch, adultsPerEpoch)),
      ];
      return batchViews(
        images.map((row) => ownViews(row, config.viewsPerChild)),
        classOfRow,
      );
    },
  };
};

import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import { batchViews, ownViews } from './batch-views.ts';
import { imagesOfStep, stepsOver } from './images-of-step.ts';
import type { BatchSampler, SamplerMaker } from './regime.ts';

/**
 * Regime "mixed": B images of both groups, whatever they show, each as `viewsPerChild` views. `mixedChildShare` of them
 * are children's; without it the groups' sizes decide, which reads every image of both once an epoch. An epoch is one
 * pass over the child images, the adults follow in passes of their own. With `epochSteps` every batch has exactly B images.
 */
export const mixed: SamplerMaker = ({ childRows, adultRows, classOfRow, warnings }, config): BatchSampler => {
  if (adultRows.length === 0) {
    throw new FailureError(failure('training.regime-needs-adults', { regime: 'mixed' }));
  }
  const share = config.mixedChildShare ?? childRows.length / (childRows.length + adultRows.length);
  const stepsPerEpoch = stepsOver(childRows.length, config.batchChildren * share, config);
  const adultsPerEpoch = Math.max(1, Math.round((childRows.length * (1 - share)) / share));
  const children = Math.round(config.batchChildren * share);
  const both = { classOfRow, config, stepsPerEpoch };
  const childrenAt = imagesOfStep({
    ...both,
    rows: childRows,
    stream: 0,
    perStep: children,
    perEpoch: childRows.length,
  });
  const adultsAt = imagesOfStep({
    ...both,
    rows: adultRows,
    stream: 1,
    perStep: config.batchChildren - children,
    perEpoch: adultsPerEpoch,
  });
  return {
    stepsPerEpoch,
    warnings,
    batch: (step) =>
      batchViews(
        [...childrenAt(step), ...adultsAt(step)].map(({ row, times }) => ownViews(row, config.viewsPerChild * times)),
        classOfRow,
      ),
  };
};

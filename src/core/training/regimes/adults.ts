import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';
import { plainBatches } from './plain-batches.ts';
import type { SamplerMaker } from './regime.ts';

/** Regime "adults": B adult images. What a net that never saw a child makes of children is the bar for all others. */
export const adults: SamplerMaker = (pools, config) => {
  if (pools.adultRows.length === 0) throw new FailureError(failure('training.no-adult-images'));
  return plainBatches(pools.adultRows, 1, pools, config);
};

import { plainBatches } from './plain-batches.ts';
import type { SamplerMaker } from './regime.ts';

/** Regime "adults": B adult images. What a net that never saw a child makes of children is the bar for all others. */
export const adults: SamplerMaker = (pools, config) => {
  if (pools.adultRows.length === 0) throw new RangeError('adult images to train on were expected; found none');
  return plainBatches(pools.adultRows, 1, pools, config);
};

import { plainBatches } from './plain-batches.ts';
import type { SamplerMaker } from './regime.ts';

/** Regime "children": B child images, and nobody else's. */
export const children: SamplerMaker = (pools, config) => plainBatches(pools.childRows, 0, pools, config);

import type { RegimeName } from '../training-config.ts';
import { adultsAsAugmentations } from './adults-as-augmentations.ts';
import { children } from './children.ts';
import { mixed } from './mixed.ts';
import type { Regime } from './regime.ts';

/** The regimes by name. */
export const REGIMES: Readonly<Record<RegimeName, Regime>> = {
  children,
  mixed,
  'adults-as-augmentations': adultsAsAugmentations,
};

import { adults } from './adults.ts';
import { adultsAsAugmentations } from './adults-as-augmentations.ts';
import { adultsThenChildren } from './adults-then-children.ts';
import { children } from './children.ts';
import { mixed } from './mixed.ts';
import type { Regime, SamplerMaker } from './regime.ts';
import type { RegimeName } from './regime-facts.ts';

/** What each regime does, by its name. */
export const REGIME_PARTS: Readonly<Record<RegimeName, Regime>> = {
  children: inOnePart(children),
  adults: inOnePart(adults),
  mixed: inOnePart(mixed),
  'adults-then-children': adultsThenChildren,
  'adults-as-augmentations': inOnePart(adultsAsAugmentations),
};

function inOnePart(sampler: SamplerMaker): Regime {
  return [{ name: null, sampler, share: () => 1 }];
}

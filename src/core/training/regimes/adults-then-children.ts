import { adults } from './adults.ts';
import { children } from './children.ts';
import type { Regime } from './regime.ts';

/**
 * Regime "adults-then-children": adult images first, then child images from those weights, with a fresh optimiser and a
 * schedule of their own. Together they take the steps that "children" would take alone, so that the two can be compared:
 * `adultsShare` of them are the adults'.
 */
export const adultsThenChildren: Regime = [
  { name: 'adults', sampler: adults, share: ({ adultsShare }) => adultsShare },
  { name: 'children', sampler: children, share: ({ adultsShare }) => 1 - adultsShare },
];

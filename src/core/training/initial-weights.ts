import { initialiseEncoder } from './net/encoder.ts';
import { startWeights } from './net/start-weights.ts';
import type { NetTensors, ReadableNet } from './net/trained-net.ts';
import type { Stage } from './stages.ts';
import type { TrainingConfig } from './training-config.ts';
import { PURPOSES, randomAt } from './views/random.ts';

/** Freshly drawn, except for what the net to start from, or the stage before, has already learned. */
export function initialWeights(
  config: TrainingConfig,
  { objective }: Stage,
  start: ReadableNet | null,
  before: NetTensors,
): NetTensors {
  const random = randomAt(config.seed, PURPOSES.weights);
  const encoder = initialiseEncoder(config.encoder, random);
  const fresh: NetTensors = Object.assign({}, encoder, ...objective.terms.map((term) => term.initialise(random)));
  const given = start ? startWeights(fresh, start, config) : fresh;
  return Object.fromEntries(Object.keys(given).map((name) => [name, before[name] ?? given[name]!]));
}

import { describeTrial, expectedSpeed, FAR_SLOWER, type TrialFacts, trialFacts } from './choice-facts.ts';
import type { EngineTrial } from './engine.ts';

/** An engine that started and computes right gradients. */
export type FitEngine = Extract<EngineTrial, { kind: 'tried' }>;

/** Nothing works here, or not what was asked for; the message says what became of each. */
export class NoEngineError extends Error {
  override readonly name = 'NoEngineError';
}

/**
 * Of the engines that work here, the first in the order of ENGINE_NAMES that is not far slower than the fastest. A probe on a
 * busy machine is a glance: where two are nearly alike, it is not to decide by chance which of them computes.
 *
 * @throws NoEngineError with what became of each engine, if none works.
 */
export function preferredEngine(trials: readonly EngineTrial[]): FitEngine {
  const fit = trials.filter((each) => each.kind === 'tried');
  const name = firstNotFarSlower(fit.map(trialFacts))?.name;
  const preferred = fit.find((each) => each.name === name);
  if (preferred) return preferred;
  const named = trials.map((each) => `${each.name}: ${describeTrial(trialFacts(each))}`);
  throw new NoEngineError(`nothing can be computed here: ${named.join('; ')}`);
}

/** @param tried In the order of ENGINE_NAMES. */
export function firstNotFarSlower(tried: readonly TrialFacts[]): TrialFacts | undefined {
  const fastest = Math.max(...tried.map(expectedSpeed));
  return tried.find((each) => expectedSpeed(each) * FAR_SLOWER >= fastest);
}

import { describeTrial, trialFacts } from './choice-facts.ts';
import type { EngineTrial } from './engine.ts';

/** An engine that started and computes right gradients. */
export type FitEngine = Extract<EngineTrial, { kind: 'tried' }>;

/**
 * Of the engines that work here, the one that trains fastest; of two equals the first.
 *
 * @throws Error with what became of each engine, if none works.
 */
export function fastestEngine(trials: readonly EngineTrial[]): FitEngine {
  const fit = trials.filter((each) => each.kind === 'tried');
  const [best] = fit.sort((a, b) => expectedSpeed(b) - expectedSpeed(a));
  if (best) return best;
  const named = trials.map((each) => `${each.name}: ${describeTrial(trialFacts(each))}`);
  throw new Error(`nothing can be computed here: ${named.join('; ')}`);
}

/** The probe uses one worker; two were measured to be twice as fast as long as each has a core. */
function expectedSpeed({ engine, findings }: FitEngine): number {
  return findings.imagesPerSecond * (engine.workers ?? 1);
}

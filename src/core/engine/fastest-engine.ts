import type { EngineTrial } from './engine.ts';

/** An engine that started and computes right gradients. */
export type FitEngine = Extract<EngineTrial, { kind: 'tried' }>;

/**
 * Of the engines that work here, the one that trains fastest, and why it is this one; of two equals the first.
 *
 * @param wasRequested That engine was asked for, and no other was tried.
 * @throws Error with what became of each engine, if none works.
 */
export function fastestEngine(
  trials: readonly EngineTrial[],
  { wasRequested }: { readonly wasRequested: boolean },
): { readonly best: FitEngine; readonly reason: string } {
  const fit = trials.filter((each) => each.kind === 'tried');
  const [best] = fit.sort((a, b) => expectedSpeed(b) - expectedSpeed(a));
  if (!best) throw new Error(`nothing can be computed here: ${trials.map(namedTrial).join('; ')}`);
  const others = trials.filter((each) => each !== best).map(namedTrial);
  const why = wasRequested ? 'it was asked for' : `it is the fastest that works here (${others.join('; ')})`;
  return {
    best,
    reason:
      `${best.name} on ${best.engine.device}, because ${why}; gradients agree with the cpu backend within ` +
      `${best.findings.gradientError.toExponential(0)}, ${speedText(best)} in the probe`,
  };
}

/** What an engine did in the probe, or why it is not used, as one phrase. */
export function describeTrial(trial: EngineTrial): string {
  return trial.kind === 'tried' ? `${speedText(trial)} on ${trial.engine.device}` : trial.reason;
}

function namedTrial(trial: EngineTrial): string {
  return `${trial.name}: ${describeTrial(trial)}`;
}

/** The probe uses one worker; two were measured to be twice as fast as long as each has a core. */
function expectedSpeed({ engine, findings }: FitEngine): number {
  return findings.imagesPerSecond * (engine.workers ?? 1);
}

function speedText({ engine, findings }: FitEngine): string {
  const each = (engine.workers ?? 1) > 1 ? ' by each worker' : '';
  return `${Math.round(findings.imagesPerSecond)} images a second${each}`;
}

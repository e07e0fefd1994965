import { randomAt } from '../../src/core/training/views/random.ts';
import { act } from './acting.ts';
import { saysDiskFull } from './says-disk-full.ts';
import type { Finding, Scenario } from './scenario.ts';
import { loadScenario } from './scenarios.ts';
import { copyFolder, type Kind, type Outcome, textOf } from './trial.ts';

/** How much later than its own end, as it was last seen, a deed may be killed. */
const BEYOND = 1.1;

/** How much later the next ones are killed where nothing was done before the kill: a machine may be busy. */
const LATER = 1.5;
const LATEST_MS = 20_000;

/** Kills a scenario's process at a random moment of its deed. */
export function killKind(name: string): Kind {
  let killWithinMs: number | null = null;
  return {
    name: `kill ${name}`,
    skipped: null,
    prepare: async (folder) => await (await loadScenario(name)).prepare(folder),

    async run(prepared, work, { seed, trial }) {
      const scenario = await loadScenario(name);
      killWithinMs ??= scenario.killWithinMs;
      copyFolder(prepared, work);
      const killAfterMs = killWithinMs * randomAt(seed, trial, 1).uniform();
      const acted = await act({ scenario: name, folder: work, seed, trial, killAfterMs });
      // A deed that was over before the kill: the next ones are killed earlier.
      if (acted.end === 'done') killWithinMs = Math.max(10, acted.tookMs * BEYOND);
      else if (acted.acknowledged.length === 0) killWithinMs = Math.min(LATEST_MS, killWithinMs * LATER);
      return await outcomeOf(scenario, work, acted);
    },
  };
}

/** Checks what is left after a deed. */
export async function outcomeOf(
  scenario: Scenario,
  folder: string,
  { end, acknowledged, said }: Awaited<ReturnType<typeof act>>,
): Promise<Outcome> {
  const crashed: Outcome['findings'] = end === 'crashed' ? [{ kind: 'crashed', what: said.trim() }] : [];
  const findings = await checked(scenario, folder, acknowledged);
  return { end, acknowledged: acknowledged.length, findings: [...crashed, ...findings] };
}

async function checked(scenario: Scenario, folder: string, acknowledged: readonly string[]): Promise<Finding[]> {
  try {
    return await scenario.check(folder, acknowledged);
  } catch (error) {
    if (scenario.needsRoom && saysDiskFull(error)) return [];
    return [{ kind: 'corrupt', what: textOf(error) }];
  }
}

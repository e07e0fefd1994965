import { choiceFacts, describeChoice, describeTrial, trialFacts } from '../../../core/engine/choice-facts.ts';
import type { EngineTrial } from '../../../core/engine/engine.ts';
import { startEngine } from '../../../core/training/start-engine/start-engine.node.ts';
import { examine, type Finding } from './finding.ts';

/** Every engine of this machine, and which of them trains and why. Each is checked by its gradients and measured anew. */
export async function examineEngines(dataDir: string): Promise<Finding[]> {
  let trials: readonly EngineTrial[] = [];
  const chosen = await examine({ area: 'engine', name: 'training' }, async () => {
    const choice = await startEngine({ dataDir, anew: true });
    trials = choice.trials;
    const versions = Object.entries(choice.engine.versions).map(([name, version]) => `${name} ${version}`);
    return { state: 'ok', text: `${describeChoice(choiceFacts(choice))}; ${versions.join(', ')}` };
  });
  return [chosen, ...trials.map(trialFinding)];
}

function trialFinding(trial: EngineTrial): Finding {
  const state = { tried: 'ok', absent: 'absent', wrong: 'failed' } as const;
  return { area: 'engine', name: trial.name, state: state[trial.kind], text: describeTrial(trialFacts(trial)) };
}

/** What reads the camera is chosen in the window, whose GPU this process cannot see. */
export function cameraFinding(): Finding {
  return {
    area: 'camera',
    name: 'live reading',
    state: 'unknown',
    text:
      'chosen by a probe when a session starts: WebGPU or WebGL on a real GPU, else WebAssembly with SIMD. ' +
      "This command cannot see the window's GPU; the live screen shows the choice and its reason",
  };
}

import { chooseEngine } from '../../../core/engine/choose-engine.node.ts';
import { examine, type Finding } from './finding.ts';

/** What trains, checked by a gradient and timed. */
export function examineEngine(): Promise<Finding> {
  return examine({ area: 'engine', name: 'training' }, async () => {
    const { engine, reason } = await chooseEngine();
    const versions = Object.entries(engine.versions).map(([name, version]) => `${name} ${version}`);
    return { state: 'ok', text: `${reason}; ${engine.threads} thread; ${versions.join(', ')}` };
  });
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

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { utilityProcess } from 'electron';
import {
  fatalDriver,
  PROBE_PATIENCE_MS,
  PROBE_PROGRAM,
  type ProbeAdapter,
  silentDriver,
} from '../../core/engine/webgpu/probe-adapter.node.ts';
import type { ProbeFinding } from '../../core/engine/webgpu/probe-program.node.ts';

/** Looks for a GPU in a utility process. To be called in Electron's main process when the app is ready. */
export const probeInElectron: ProbeAdapter = async () => {
  const child = utilityProcess.fork(PROBE_PROGRAM, [], {
    serviceName: 'Faceward GPU search',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const { promise: found, resolve } = Promise.withResolvers<ProbeFinding>();
  const patience = setTimeout(() => resolve(silentDriver()), PROBE_PATIENCE_MS);
  const lines = createInterface({ input: child.stdout! });
  // A driver may write there as well.
  lines.on('line', (line) => line.startsWith('{"kind":') && resolve(JSON.parse(line) as ProbeFinding));
  // What it wrote last may be read after it has ended.
  Promise.all([once(child, 'exit'), once(lines, 'close')]).then(([[code]]) => resolve(fatalDriver(`code ${code}`)));
  try {
    return await found;
  } finally {
    clearTimeout(patience);
    // A utility process does not end by itself.
    child.kill();
  }
};

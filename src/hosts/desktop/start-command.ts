import { app } from 'electron';
import { probeAdapterBy } from '../../core/engine/webgpu/probe-adapter.node.ts';
import { forkInElectron } from '../processes/fork-in-electron.ts';
import { probeInElectron } from '../processes/probe-in-electron.ts';

/**
 * Runs one command of `faceward` in Electron's main process, which ends with it: the executable is no Node that could
 * run it. No window, no GPU process, nothing in the dock. It holds no lock of its own, so that it runs beside an open
 * window; a command that needs the data folder is refused there as everywhere.
 *
 * @param args What stands behind `faceward`.
 */
export function startCommand(args: readonly string[]): void {
  app.disableHardwareAcceleration();
  app.dock?.hide();
  // Electron would show a box; nobody may be there to close it.
  process.on('uncaughtException', (error) => {
    tellFailure(error);
    void exit();
  });
  probeAdapterBy(probeInElectron);
  app
    .whenReady()
    .then(async () => {
      const { runFaceward } = await import('../cli/run-faceward.ts');
      await runFaceward(args, forkInElectron);
    })
    .catch(tellFailure)
    .then(exit);
}

function tellFailure(error: unknown): void {
  console.error(error);
  process.exitCode = 1;
}

/** Electron goes on until it is told to end, and then does not wait for what is still being written. */
async function exit(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  app.exit(Number(process.exitCode ?? 0));
}

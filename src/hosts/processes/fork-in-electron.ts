import { basename } from 'node:path';
import { utilityProcess } from 'electron';
import { probeInElectron } from './probe-in-electron.ts';
import type { ProgramProcess, StartProgram } from './program-process.ts';

/**
 * A utility process of Electron: for Electron's main process, whose executable cannot be run as a Node (the fuse
 * runAsNode is off). Such a process can start no other, so that it is told at its start what GPU was found; see
 * parent-port.ts. To be called when the app is ready.
 */
export const forkInElectron: StartProgram = (entry) =>
  forkWith(
    entry,
    probeInElectron().then((gpu) => [JSON.stringify(gpu)]),
  );

/** The same for a program that computes on no GPU: nobody looks for one first. */
export const forkWithoutGpuInElectron: StartProgram = (entry) => forkWith(entry, Promise.resolve([]));

function forkWith<ToProgram, FromProgram>(
  entry: string,
  args: Promise<string[]>,
): ProgramProcess<ToProgram, FromProgram> {
  const starting = args.then((told) =>
    utilityProcess.fork(entry, told, {
      serviceName: `Faceward ${basename(entry).replace(/\..*$/, '')}`,
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  // One that does not start has ended: onExit says so.
  const onceStarted = (act: (child: Electron.UtilityProcess) => void) => void starting.then(act, () => {});
  return {
    send: (message: ToProgram) => onceStarted((child) => child.postMessage(message)),
    onMessage: (listener: (message: FromProgram) => void) => onceStarted((child) => child.on('message', listener)),
    onExit: (listener) => {
      starting.then(
        (child) => child.once('exit', (code) => listener(String(code))),
        (error: Error) => listener(`at its start (${error.message})`),
      );
    },
    kill: () => onceStarted((child) => child.kill()),
  };
}

import type { Serializable } from 'node:child_process';
import { probeAdapterBy } from '../../core/engine/webgpu/probe-adapter.node.ts';
import type { ProbeFinding } from '../../core/engine/webgpu/probe-program.node.ts';

/** A program's side of its process's line to whoever started it. */
export interface ParentPort<ToProgram, FromProgram> {
  send(message: FromProgram): Promise<void>;
  onMessage(listener: (message: ToProgram) => void): void;
  /** The host is gone: nobody will read what comes. */
  onLost(listener: () => void): void;
  /** Closes the line, so that the process can end. */
  close(): void;
}

/** The line of this process: Electron's where it is a utility process, Node's where it was forked. */
export function parentPort<ToProgram, FromProgram>(): ParentPort<ToProgram, FromProgram> {
  if (process.parentPort) return utilityPort(process.parentPort);
  if (process.send) return forkedPort();
  throw new Error('This program works for a host and has none: use the command `faceward` at a terminal.');
}

function utilityPort<ToProgram, FromProgram>(port: Electron.ParentPort): ParentPort<ToProgram, FromProgram> {
  const found = process.argv[2];
  if (found) {
    const gpu = JSON.parse(found) as ProbeFinding;
    probeAdapterBy(async () => gpu);
  }
  return {
    send: async (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    // Electron ends its utility processes when it ends itself, however that happens.
    onLost: () => {},
    close: () => process.exit(0),
  };
}

function forkedPort<ToProgram, FromProgram>(): ParentPort<ToProgram, FromProgram> {
  return {
    send: (message) =>
      new Promise((resolve) => {
        // When the host is gone there is nobody to tell, and onLost stops the work.
        if (process.connected) process.send?.(message as Serializable, undefined, undefined, () => resolve());
        else resolve();
      }),
    onMessage: (listener) => process.on('message', (message) => listener(message as ToProgram)),
    onLost: (listener) => process.on('disconnect', listener),
    close: () => process.connected && process.disconnect(),
  };
}

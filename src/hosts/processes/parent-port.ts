import type { FromTrainer, ToTrainer } from './trainer-messages.ts';

/** The trainer's side of its process's line to the host. */
export interface ParentPort {
  send(message: FromTrainer): Promise<void>;
  onMessage(listener: (message: ToTrainer) => void): void;
  /** The host is gone: nobody will read what comes. */
  onLost(listener: () => void): void;
  /** Closes the line, so that the process can end. */
  close(): void;
}

/** The line of this process: Electron's where it is a utility process, Node's where it was forked. */
export function parentPort(): ParentPort {
  if (process.parentPort) return utilityPort(process.parentPort);
  if (process.send) return forkedPort();
  throw new Error('This program trains for a host and has none: use `faceward train` to train from a terminal.');
}

function utilityPort(port: Electron.ParentPort): ParentPort {
  return {
    send: async (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (event) => listener(event.data)),
    // Electron ends its utility processes when it ends itself, however that happens.
    onLost: () => {},
    close: () => process.exit(0),
  };
}

function forkedPort(): ParentPort {
  return {
    send: (message) =>
      new Promise((resolve) => {
        // When the host is gone there is nobody to tell, and onLost stops the training.
        if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
        else resolve();
      }),
    onMessage: (listener) => process.on('message', (message) => listener(message as ToTrainer)),
    onLost: (listener) => process.on('disconnect', listener),
    close: () => process.connected && process.disconnect(),
  };
}

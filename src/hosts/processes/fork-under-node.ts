import { fork, type Serializable } from 'node:child_process';
import type { StartProgram } from './program-process.ts';

/** A child process of Node: for the browser host and the command line where Node runs them. */
export const forkUnderNode: StartProgram = <ToProgram, FromProgram>(entry: string) => {
  const child = fork(entry, {
    // The host's own flags (a debugger's port, an --eval) are not for it.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return {
    // A send to a process that is gone fails; its exit says so better.
    send: (message: ToProgram) => void child.send(message as Serializable, () => {}),
    onMessage: (listener: (message: FromProgram) => void) =>
      void child.on('message', (message) => listener(message as FromProgram)),
    onExit: (listener) => {
      child.once('error', (error: NodeJS.ErrnoException) => listener(error.code ?? error.name));
      child.once('exit', (code, signal) => listener(signal ?? String(code)));
    },
    kill: () => void child.kill('SIGKILL'),
  };
};

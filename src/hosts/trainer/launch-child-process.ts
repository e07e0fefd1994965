import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import type { FromTrainer } from './trainer-messages.ts';
import { runTraining } from './training-process.ts';

const ENTRY = fileURLToPath(new URL('./trainer-process.ts', import.meta.url));

/** Trains in a child process: for the browser host and the command line, which run from the sources. */
export function launchChildProcess(job: TrainingJob): TrainingUnderWay {
  const child = fork(ENTRY, {
    // The host's own flags (a debugger's port, an --eval) are not for it.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return runTraining(
    {
      // A send to a process that is gone fails; its exit says so better.
      send: (message) => child.send(message, () => {}),
      onMessage: (listener) => child.on('message', (message) => listener(message as FromTrainer)),
      onExit: (listener) => {
        child.once('error', (error: NodeJS.ErrnoException) => listener(error.code ?? error.name));
        child.once('exit', (code, signal) => listener(signal ?? String(code)));
      },
      kill: () => child.kill('SIGKILL'),
    },
    job,
  );
}

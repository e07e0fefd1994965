import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { TrainingJob } from '../../jobs/train/train.node.ts';
import type { TrainingUnderWay } from '../../service/runtime/launch-trainer.ts';
import type { FromTrainer } from './trainer-messages.ts';
import { runTraining } from './training-process.ts';

/** Trains in a utility process of Electron: for the desktop host, whose build puts the entry beside main.js. */
export function launchUtilityProcess(job: TrainingJob): TrainingUnderWay {
  const child = utilityProcess.fork(join(import.meta.dirname, 'trainer-process.js'), [], {
    serviceName: 'Faceward training',
    stdio: 'inherit',
  });
  return runTraining(
    {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', (message: FromTrainer) => listener(message)),
      onExit: (listener) => child.once('exit', (code) => listener(String(code))),
      kill: () => child.kill(),
    },
    job,
  );
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { StudyFaces } from '../../../jobs/study/study-faces.node.ts';
import type { StudyFile } from '../../../jobs/study/study-file.ts';
import type { StudyWorker, WorkerEnd } from '../../../jobs/study/study-worker.ts';
import type { FromStudyProcess, ToStudyProcess } from './study-messages.ts';

const ENTRY = fileURLToPath(new URL('./study-process.ts', import.meta.url));

/**
 * Starts a process for the cells of a study. The faces go over once, through its line: no image of a child is written
 * to a disk for it.
 */
export function launchStudyProcess(study: StudyFile, faces: StudyFaces, dir: string): StudyWorker {
  const child = fork(ENTRY, { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  let underWay: { onStep: (step: number) => void; finish: (end: WorkerEnd) => void } | null = null;
  let diedOf: string | null = null;
  // A send to a process that is gone fails; its exit says so better.
  const send = (message: ToStudyProcess) => child.send(message, () => {});
  const broken = (how: string): WorkerEnd => ({
    kind: 'broken',
    message: `the study's process ended ${how} without saying why`,
    isAlive: false,
  });
  const die = (how: string) => {
    diedOf ??= how;
    underWay?.finish(broken(how));
  };
  child.once('error', (error) => die(`at its start (${error.message})`));
  child.once('exit', (code, signal) => die(signal ? `by ${signal}` : `with code ${code}`));
  child.on('message', (given) => {
    const message = given as FromStudyProcess;
    if (message.kind === 'step') underWay?.onStep(message.step);
    else underWay?.finish(message.end);
  });
  send({ kind: 'start', study, faces, dir });
  return {
    run(id, onStep) {
      if (diedOf !== null) return Promise.resolve(broken(diedOf));
      const { promise, resolve } = Promise.withResolvers<WorkerEnd>();
      underWay = { onStep, finish: resolve };
      send({ kind: 'run', id });
      return promise.finally(() => {
        underWay = null;
      });
    },
    stop: () => send({ kind: 'stop' }),
    close: () => child.connected && child.disconnect(),
  };
}

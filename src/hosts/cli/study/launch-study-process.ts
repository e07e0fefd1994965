import { entryBeside } from '../../../core/engine/entry-beside.node.ts';
import type { StudyWorker, WorkerEnd } from '../../../jobs/study/study-worker.ts';
import type { StartProgram } from '../../processes/program-process.ts';
import type { FromStudyProcess, StudyPlace, ToStudyProcess } from './study-messages.ts';

const ENTRY = entryBeside(import.meta.url, './study-process.ts');

/**
 * Starts a process for the cells of a study. The faces go over once, through its line: no image of a child is written
 * to a disk for it.
 */
export function launchStudyProcess(start: StartProgram, place: StudyPlace): StudyWorker {
  const program = start<ToStudyProcess, FromStudyProcess>(ENTRY);
  let underWay: { onStep: (step: number) => void; finish: (end: WorkerEnd) => void } | null = null;
  let diedOf: string | null = null;
  const broken = (how: string): WorkerEnd => ({
    kind: 'broken',
    message: `the study's process ended ${how} without saying why`,
    isAlive: false,
  });
  program.onExit((how) => {
    diedOf ??= how;
    underWay?.finish(broken(how));
  });
  program.onMessage((message) => {
    if (message.kind === 'step') underWay?.onStep(message.step);
    else underWay?.finish(message.end);
  });
  program.send({ kind: 'start', ...place });
  return {
    run(id, onStep) {
      if (diedOf !== null) return Promise.resolve(broken(diedOf));
      const { promise, resolve } = Promise.withResolvers<WorkerEnd>();
      underWay = { onStep, finish: resolve };
      program.send({ kind: 'run', id });
      return promise.finally(() => {
        underWay = null;
      });
    },
    stop: () => program.send({ kind: 'stop' }),
    close: () => program.send({ kind: 'close' }),
  };
}

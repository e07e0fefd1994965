import { setTimeout as delay } from 'node:timers/promises';
import type { LaunchStudyWorker, StudyWorker, WorkerEnd } from './study-worker.ts';

export interface StudyRun {
  /** Cells that have no result yet, in the order in which they are to be run. */
  readonly ids: readonly string[];
  /** Processes at once. */
  readonly jobs: number;
  readonly launch: LaunchStudyWorker;
  readonly signal: AbortSignal;
  /** @param stepsMade By all cells of `ids`; a finished cell counts in full. */
  readonly onProgress: (stepsMade: number) => void;
  readonly onEnd: (id: string, end: WorkerEnd) => void;
  readonly budgetSteps: number;
}

/** What is left of a study when its processes have ended. */
export interface StudyRest {
  /** Cells that were stopped or not begun. */
  readonly open: readonly string[];
  /** Cells that other processes have. */
  readonly taken: readonly string[];
  /** Cells that could not be run, with what was seen. */
  readonly broken: readonly { readonly id: string; readonly message: string }[];
}

/** The processes of a killed study stop after their step: by then, what they held is free again. */
const ASK_AGAIN_AFTER_MS = 2_000;

/**
 * Runs cells in several processes. One that breaks is replaced, and its cell is left for another day; cells that
 * another study's processes have are asked for once more at the end.
 */
export async function runStudy(run: StudyRun): Promise<StudyRest> {
  const broken: { id: string; message: string }[] = [];
  const stopped: string[] = [];
  const progress = progressOf(run);
  const pass = async (ids: readonly string[]): Promise<{ open: string[]; taken: string[] }> => {
    const queue = [...ids];
    const taken: string[] = [];
    const slot = async () => {
      let worker: StudyWorker | null = null;
      const stop = () => worker?.stop();
      run.signal.addEventListener('abort', stop);
      try {
        while (queue.length > 0 && !run.signal.aborted) {
          const id = queue.shift()!;
          worker ??= run.launch();
          const end = await worker.run(id, (step) => progress.step(id, step));
          run.onEnd(id, end);
          if (end.kind === 'finished') progress.step(id, run.budgetSteps);
          if (end.kind === 'taken') taken.push(id);
          if (end.kind === 'stopped') stopped.push(id);
          if (end.kind === 'broken') {
            broken.push({ id, message: end.message });
            if (!end.isAlive) worker = null;
          }
        }
      } finally {
        run.signal.removeEventListener('abort', stop);
        worker?.close();
      }
    };
    await Promise.all(Array.from({ length: Math.min(run.jobs, ids.length) }, slot));
    return { open: queue, taken };
  };

  const first = await pass(run.ids);
  if (first.taken.length === 0 || run.signal.aborted) return { ...first, open: [...stopped, ...first.open], broken };
  await delay(ASK_AGAIN_AFTER_MS, undefined, { signal: run.signal }).catch(() => {});
  const second = await pass(first.taken);
  return { open: [...stopped, ...first.open, ...second.open], taken: second.taken, broken };
}

function progressOf({ onProgress }: StudyRun) {
  const steps = new Map<string, number>();
  return {
    step(id: string, step: number) {
      steps.set(id, step);
      onProgress([...steps.values()].reduce((sum, each) => sum + each, 0));
    },
  };
}

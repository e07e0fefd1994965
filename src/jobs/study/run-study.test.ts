import { describe, expect, it } from 'vitest';
import { runStudy } from './run-study.ts';
import type { LaunchStudyWorker, WorkerEnd } from './study-worker.ts';

const result = { kind: 'failed', id: 'x', code: 'collapsed', reason: '', finishedAtIso: '' } as const;
const FINISHED: WorkerEnd = { kind: 'finished', result };

/** Processes that end each cell as told; `ends` may be changed between cells. */
function workers(endOf: (id: string, attempt: number) => WorkerEnd | Promise<WorkerEnd>) {
  const log = { launched: 0, closed: 0, ran: [] as string[], atOnce: 0, most: 0 };
  const launch: LaunchStudyWorker = () => {
    log.launched += 1;
    return {
      async run(id, onStep) {
        log.most = Math.max(log.most, ++log.atOnce);
        log.ran.push(id);
        onStep(1);
        await new Promise(setImmediate);
        log.atOnce -= 1;
        return endOf(id, log.ran.filter((each) => each === id).length);
      },
      stop: () => {},
      close: () => {
        log.closed += 1;
      },
    };
  };
  return { log, launch };
}

function options(launch: LaunchStudyWorker, more: Partial<Parameters<typeof runStudy>[0]> = {}) {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const { signal } = new AbortController();
  return { ids, jobs: 2, launch, signal, budgetSteps: 10, onProgress: () => {}, onEnd: () => {}, ...more };
}

describe('runStudy', () => {
  it('runs every cell once, in order, in as many processes as asked for, and closes them', async () => {
    const { log, launch } = workers(() => FINISHED);
    const steps: number[] = [];
    const rest = await runStudy(options(launch, { onProgress: (made) => steps.push(made) }));
    expect(rest).toEqual({ open: [], taken: [], broken: [] });
    expect(log).toMatchObject({ launched: 2, closed: 2, most: 2, ran: ['a', 'b', 'c', 'd', 'e'] });
    expect(steps.at(-1)).toBe(50);
  });

  it('replaces a process that died, and leaves its cell for another day', async () => {
    const { log, launch } = workers((id) =>
      id === 'b' ? { kind: 'broken', message: 'out of memory', isAlive: false } : FINISHED,
    );
    const rest = await runStudy(options(launch, { jobs: 1 }));
    expect(rest).toEqual({ open: [], taken: [], broken: [{ id: 'b', message: 'out of memory' }] });
    expect(log).toMatchObject({ launched: 2, ran: ['a', 'b', 'c', 'd', 'e'] });
  });

  it('asks once more for a cell that another process had', async () => {
    const { log, launch } = workers((id, attempt) =>
      id === 'a' && attempt === 1 ? { kind: 'taken', by: 'another' } : FINISHED,
    );
    expect(await runStudy(options(launch))).toEqual({ open: [], taken: [], broken: [] });
    expect(log.ran.filter((id) => id === 'a')).toHaveLength(2);
    const never = workers((id) => (id === 'c' ? { kind: 'taken', by: 'another' } : FINISHED));
    expect(await runStudy(options(never.launch))).toEqual({ open: [], taken: ['c'], broken: [] });
  });

  it('begins no cell after a stop, and counts what is open', async () => {
    const stopping = new AbortController();
    const { log, launch } = workers((id) => {
      if (id !== 'b') return FINISHED;
      stopping.abort();
      return { kind: 'stopped' };
    });
    const rest = await runStudy(options(launch, { jobs: 1, signal: stopping.signal }));
    expect(rest).toEqual({ open: ['b', 'c', 'd', 'e'], taken: [], broken: [] });
    expect(log).toMatchObject({ ran: ['a', 'b'], closed: 1 });
  });
});

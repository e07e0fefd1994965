import { type Failure, failure, type Reason } from '../../../core/words/failure.ts';
import type { LabJobEnd } from './launch-lab-job.ts';

/** What computes was lost, and nothing else: another process may get on. */
const WORTH_ANOTHER_TRY: readonly Reason[] = ['lab.worker-ended', 'training.engine-lost', 'training.worker-lost'];

export interface HowItEnded {
  /** Somebody or something had asked it to stop. */
  readonly wasAsked: boolean;
  /** What a job that finished owes is there. */
  readonly isDone: boolean;
  /** It got on by something that the next try has not to do again. */
  readonly hasMoved: boolean;
}

/** Whether jobs that ended are to be started again by themselves. */
export interface Tries {
  /**
   * A job whose process died, that finished without what it owes, or that stopped unasked is tried once more; where that
   * gets no further either, it is given up, since it would be started for ever.
   *
   * @param id Of what the job works on.
   * @returns 'ended' leaves it as it is; a failure says why it is given up.
   */
  after(id: string, end: LabJobEnd<unknown>, how: HowItEnded): 'ended' | 'again' | Failure;
}

export function createTries(): Tries {
  const inVain = new Set<string>();
  return {
    after(id, end, { wasAsked, isDone, hasMoved }) {
      if (hasMoved) inVain.delete(id);
      const lost =
        end.kind === 'failed' && end.failure && WORTH_ANOTHER_TRY.includes(end.failure.reason) ? end.failure : null;
      const isShort = (end.kind === 'stopped' && !wasAsked) || (end.kind === 'finished' && !isDone);
      if (!lost && !isShort) {
        inVain.delete(id);
        return 'ended';
      }
      if (wasAsked) return 'ended';
      if (!inVain.has(id)) {
        inVain.add(id);
        return 'again';
      }
      inVain.delete(id);
      return lost ?? failure('lab.job-ended-short');
    },
  };
}

import type { LogRecord } from '../../../core/training/log-record.ts';
import { englishOf } from '../../../core/words/failure-sentence.ts';
import type { StudyJob, StudyTold } from '../../../jobs/study/study-job.node.ts';
import type { LabJobs } from './lab-jobs.ts';
import type { LabJobEnd } from './launch-lab-job.ts';
import { createTries } from './tries.ts';

/** Where a study is. */
export interface StudyNow {
  /** What is made of the images before the first cell; null once they are there. */
  readonly preparing: LogRecord | null;
  /** The cell under way, by its place in the plan. */
  readonly cell: number | null;
  readonly step: number;
  /** A live session has the machine for itself. */
  readonly isWaiting: boolean;
}

export type StudyEnd =
  | LabJobEnd<{ readonly open: number }>
  /** Consent to training has ended for so many children whom it reads. */
  | { readonly kind: 'consent-ended'; readonly children: number };

export interface StudyListener {
  onTold(told: StudyTold): void;
  /** It begins to wait for a session, or goes on after one. */
  onWaiting(): void;
  onEnd(end: StudyEnd): void;
}

/** The study that is under way, at most one: it yields the machine to live sessions, and goes on by itself after them. */
export interface StudyRuns {
  /** @param childIds The children whose images it reads. */
  start(studyId: string, job: StudyJob, listener: StudyListener, childIds?: ReadonlySet<string>): void;
  /**
   * Stops it, after the step under way, where it reads images of a child who may not be trained on any more.
   *
   * @returns Its id; null where it reads none of that child.
   */
  endReaderOf(childId: string): string | null;
  /** How many read images of a child: one at most. */
  readersOf(childId: string): number;
  /** @returns False if that study is not under way. */
  stop(studyId: string): boolean;
  now(studyId: string): StudyNow | null;
  yieldToSession(): void;
  /** No session runs any more. */
  wake(): void;
  any(): boolean;
  /** Stops it, with a checkpoint, and waits for that. */
  stopAll(): Promise<void>;
}

interface UnderWay {
  readonly studyId: string;
  now: StudyNow;
  isStopping: boolean;
  /** It was asked to stop for as long as a session runs. */
  isYielding: boolean;
  readonly childIds: ReadonlySet<string>;
  /** Whose consent has ended since. */
  readonly endedChildIds: Set<string>;
  stopJob: () => void;
  goOn: () => void;
  followed: Promise<void>;
}

/** @param onIdle Told when a study has ended. */
export function createStudyRuns(
  labJobs: LabJobs,
  { isSessionRunning, onIdle }: { readonly isSessionRunning: () => boolean; readonly onIdle: () => void },
): StudyRuns {
  const tries = createTries();
  let underWay: UnderWay | null = null;

  const sessionsEnd = async (mine: UnderWay, listener: StudyListener) => {
    if (!isSessionRunning()) return;
    mine.now = { ...mine.now, isWaiting: true, cell: null };
    listener.onWaiting();
    while (isSessionRunning() && !mine.isStopping) {
      const { promise, resolve } = Promise.withResolvers<void>();
      mine.goOn = resolve;
      await promise;
    }
    mine.now = { ...mine.now, isWaiting: false };
    listener.onWaiting();
  };
  const follow = async (mine: UnderWay, job: StudyJob, listener: StudyListener): Promise<StudyEnd> => {
    for (;;) {
      await sessionsEnd(mine, listener);
      if (mine.isStopping) return { kind: 'stopped' };
      let hasMoved = false;
      mine.isYielding = false;
      const run = labJobs.start('study', job, (told) => {
        mine.now = after(mine.now, told);
        hasMoved ||= told.kind === 'begun' || told.kind === 'cell';
        listener.onTold(told);
      });
      mine.stopJob = run.stop;
      if (mine.isStopping) run.stop();
      const end = await run.ended;
      if (end.kind === 'stopped' && mine.isYielding && !mine.isStopping) continue;
      const next = tries.after(mine.studyId, end, { wasAsked: mine.isStopping, isDone: true, hasMoved });
      if (next === 'ended') return end;
      if (next !== 'again') return { kind: 'failed', failure: next, details: englishOf(next) };
    }
  };
  return {
    start(studyId, job, listener, childIds = new Set()) {
      if (underWay) throw new Error('one study at a time was expected');
      const mine: UnderWay = {
        studyId,
        now: { preparing: null, cell: null, step: 0, isWaiting: false },
        isStopping: false,
        isYielding: false,
        childIds,
        endedChildIds: new Set(),
        stopJob: () => {},
        goOn: () => {},
        followed: Promise.resolve(),
      };
      underWay = mine;
      mine.followed = follow(mine, job, listener).then((end) => {
        underWay = null;
        const children = mine.endedChildIds.size;
        listener.onEnd(children > 0 ? { kind: 'consent-ended', children } : end);
        onIdle();
      });
    },
    endReaderOf(childId) {
      if (!underWay?.childIds.has(childId)) return null;
      underWay.endedChildIds.add(childId);
      stop(underWay);
      return underWay.studyId;
    },
    readersOf: (childId) => (underWay?.childIds.has(childId) ? 1 : 0),
    stop(studyId) {
      if (underWay?.studyId !== studyId) return false;
      stop(underWay);
      return true;
    },
    now: (studyId) => (underWay?.studyId === studyId ? underWay.now : null),
    yieldToSession() {
      if (!underWay) return;
      underWay.isYielding = true;
      underWay.stopJob();
    },
    wake: () => underWay?.goOn(),
    any: () => underWay !== null,
    async stopAll() {
      if (!underWay) return;
      stop(underWay);
      await underWay.followed;
    },
  };
}

function stop(mine: UnderWay): void {
  mine.isStopping = true;
  mine.stopJob();
  mine.goOn();
}

function after(now: StudyNow, told: StudyTold): StudyNow {
  switch (told.kind) {
    case 'log':
      return { ...now, preparing: told.record };
    case 'begun':
      return { ...now, preparing: null };
    case 'step':
      return { ...now, cell: told.cell, step: told.step };
    case 'cell':
      return { ...now, cell: null, step: 0 };
    case 'collected':
      return now;
  }
}

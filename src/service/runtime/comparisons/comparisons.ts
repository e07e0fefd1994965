import type { ComparisonRun } from '../../../contract/model-life/comparisons.ts';
import type { Failure } from '../../../core/words/failure.ts';
import type { ComparisonJob, NewComparison } from '../../../jobs/compare/comparison-job.ts';
import type { LabJobs } from '../lab-jobs/lab-jobs.ts';
import type { LabJobEnd } from '../lab-jobs/launch-lab-job.ts';

export type ComparisonEnd = LabJobEnd<NewComparison>;

export interface ComparisonListener {
  onProgress(): void;
  /** @returns Why it came to nothing, for the list; null where there is nothing to say. */
  onEnd(end: ComparisonEnd): Failure | null;
}

interface ComparedModels extends Pick<ComparisonRun, 'modelId' | 'referenceId'> {
  /** The children whose kept pictures it reads. */
  readonly childIds: ReadonlySet<string>;
}

/** The comparisons that this process has under way, and those that came to nothing since it began, by model. */
export interface Comparisons {
  list(): ComparisonRun[];
  start(about: ComparedModels, job: ComparisonJob, listener: ComparisonListener): void;
  /** @returns False if that model is not being compared here. */
  stop(modelId: string): boolean;
  /** Stops those that read kept pictures of a child. */
  stopReadersOf(childId: string): void;
  /** How many read pictures of a child. */
  readersOf(childId: string): number;
  any(): boolean;
  /** Forgets those that came to nothing. */
  clear(): void;
  /** Stops all and waits for them. */
  stopAll(): Promise<void>;
}

interface Entry {
  run: ComparisonRun;
  /** Null once it has ended. */
  underWay: { stop(): void } | null;
  followed: Promise<void>;
  readonly childIds: ReadonlySet<string>;
}

/** @param onIdle Told when the last one has ended. */
export function createComparisons(labJobs: LabJobs, onIdle: () => void): Comparisons {
  const entries = new Map<string, Entry>();
  const running = () => [...entries.values()].filter(({ underWay }) => underWay !== null);

  return {
    list: () => [...entries.values()].map(({ run }) => run),
    start({ modelId, referenceId, childIds }, job, listener) {
      const run: ComparisonRun = { modelId, referenceId, state: 'running', done: 0, total: null, failure: null };
      const entry: Entry = { run, underWay: null, followed: Promise.resolve(), childIds };
      const underWay = labJobs.start('compare', job, (told) => {
        entry.run = { ...entry.run, ...told };
        listener.onProgress();
      });
      entry.underWay = underWay;
      entries.set(modelId, entry);
      entry.followed = underWay.ended.then((end) => {
        entry.underWay = null;
        entries.delete(modelId);
        const failure = listener.onEnd(end);
        if (failure) entries.set(modelId, { ...entry, run: { ...entry.run, state: 'failed', failure } });
        if (running().length === 0) onIdle();
      });
    },
    stop(modelId) {
      const underWay = entries.get(modelId)?.underWay;
      underWay?.stop();
      return Boolean(underWay);
    },
    stopReadersOf(childId) {
      for (const { underWay, childIds } of running()) if (childIds.has(childId)) underWay?.stop();
    },
    readersOf: (childId) => running().filter(({ childIds }) => childIds.has(childId)).length,
    any: () => running().length > 0,
    clear() {
      for (const [modelId, { underWay }] of entries) if (!underWay) entries.delete(modelId);
    },
    async stopAll() {
      const all = running();
      for (const { underWay } of all) underWay?.stop();
      await Promise.all(all.map(({ followed }) => followed));
    },
  };
}

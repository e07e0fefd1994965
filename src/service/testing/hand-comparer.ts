import type { ComparisonJob } from '../../jobs/compare/comparison-job.ts';
import type { ComparisonEnd, LaunchComparison } from '../runtime/comparisons/launch-comparison.ts';

/** A comparer in the test's hands: it tells its progress and ends as it is told, or when it is asked to stop. */
export function handComparer() {
  const jobs: ComparisonJob[] = [];
  let end = (_: ComparisonEnd) => {};
  let tell = (_done: number, _total: number) => {};
  const launch: LaunchComparison = (job, onProgress) => {
    jobs.push(job);
    const { promise: done, resolve } = Promise.withResolvers<ComparisonEnd>();
    end = resolve;
    tell = onProgress;
    return { done, stop: () => resolve({ kind: 'stopped' }) };
  };
  return {
    jobs,
    launch,
    end: (outcome: ComparisonEnd) => end(outcome),
    tell: (done: number, total: number) => tell(done, total),
  };
}

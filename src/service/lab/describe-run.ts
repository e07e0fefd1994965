import { type Run, runSchema } from '../../contract/training.ts';
import type { StoredRun } from '../../core/store/lab/runs.node.ts';
import { trainingJobSchema } from '../../jobs/train/training-job.ts';

/** A run as the screens show it. */
export function describeRun({ message, ...run }: StoredRun): Run {
  const { testedOn } = trainingJobSchema.parse(run.job);
  return runSchema.parse({ ...run, testedOn, failure: message?.startsWith('{') ? JSON.parse(message) : message });
}

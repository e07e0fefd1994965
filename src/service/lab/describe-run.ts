import { type Run, runSchema } from '../../contract/training.ts';
import type { StoredRun } from '../../core/store/lab/runs.node.ts';
import { trainingJobSchema } from '../../jobs/train/training-job.ts';

/** A run as the screens show it. */
export function describeRun(run: StoredRun): Run {
  return runSchema.parse({ ...run, testedOn: trainingJobSchema.parse(run.job).testedOn });
}

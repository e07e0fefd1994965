import { type Run, runSchema } from '../contract/training.ts';
import type { StoredRun } from '../core/store/runs.node.ts';
import { trainingJobSchema } from './train-model-job.ts';

/** A run as the screens show it. */
export function describeRun(run: StoredRun): Run {
  return runSchema.parse({ ...run, testedOn: trainingJobSchema.parse(run.job).testedOn });
}

import { basename } from 'node:path';
import { type Run, runSchema } from '../../../contract/training.ts';
import type { StoredRun } from '../../../core/store/lab/runs.node.ts';
import { type TrainingJob, trainingJobSchema } from '../../../jobs/train/training-job.ts';

/** A run as the screens show it. */
export function describeRun({ message, ...run }: StoredRun, waitsFor: Run['waitsFor'] = null): Run {
  const job = trainingJobSchema.parse(run.job);
  const { testedOn, budgetMinutes } = job;
  const failure = message?.startsWith('{') ? JSON.parse(message) : message;
  return runSchema.parse({ ...run, testedOn, budgetMinutes, startsFrom: startsFrom(job), failure, waitsFor });
}

/** Of a job, the id of the model that it starts from. */
function startsFrom({ startFromDir }: Pick<TrainingJob, 'startFromDir'>): string | null {
  return startFromDir ? basename(startFromDir) : null;
}

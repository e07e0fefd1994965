import { TrainingFailure } from '../../core/training/failures.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';

/** Why a run or another job ended, for whoever started it; null for what was not foreseen. */
export function trainingFailure(error: unknown): Failure | null {
  if (error instanceof TrainingFailure) return failure(`training.${error.code}`);
  if (error instanceof FailureError) return failureOf(error);
  return isDiskFull(error) ? failure('call.disk-full') : null;
}

import { type Failure, failure } from '../../core/words/failure.ts';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';

/** Why something failed, as plain data. What was not foreseen is for the console: no reader has use for its words. */
export function windowFailure(error: unknown): Failure {
  if (error instanceof FailureError) return failureOf(error);
  console.error(error);
  return failure('window.unexpected');
}

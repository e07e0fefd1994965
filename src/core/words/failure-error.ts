import type { Failure, Reason } from './failure.ts';
import { englishOf } from './failure-sentence.ts';

/** An error whose reason may be told to whoever is concerned. Its message is English, for stack traces, logs and the command line. */
export class FailureError extends Error implements Failure {
  override readonly name: string = 'FailureError';
  readonly reason: Reason;
  readonly values: Failure['values'];

  constructor({ reason, values }: Failure, options?: ErrorOptions) {
    super(englishOf({ reason, values }), options);
    this.reason = reason;
    this.values = values;
  }
}

/** Of an error what is plain data, for another thread, process or machine. */
export function failureOf({ reason, values }: FailureError): Failure {
  return { reason, values };
}

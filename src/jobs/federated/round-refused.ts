import type { Failure } from '../../core/words/failure.ts';
import { FailureError } from '../../core/words/failure-error.ts';

/** Why a site takes no part, for programs that ask. */
export type RefusalCode =
  | 'federation-file'
  | 'not-confirmed'
  | 'dataset'
  | 'no-consent'
  | 'withdrawn-child'
  | 'weights'
  | 'round-file';

/** A site that takes no part in a round, and why: an expected outcome of being asked. */
export class RoundRefused extends FailureError {
  override readonly name = 'RoundRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, why: Failure, options?: ErrorOptions) {
    super(why, options);
    this.code = code;
  }
}

import type { RekeyStep } from '../../../core/store/keys/rekey.node.ts';
import type { Failure } from '../../../core/words/failure.ts';

/** A change of the data key that is under way. */
export interface Rekeying {
  /** Settles when calls are let in again; never rejects. */
  readonly done: Promise<void>;
  /** Null while calls that were under way are waited for. */
  step(): RekeyStep | null;
  /** Ends it where the store is still untouched; it stays due. */
  abort(): void;
}

export interface RekeyFailure {
  readonly atIso: string;
  readonly why: Failure;
}

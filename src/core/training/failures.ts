/** Ways in which a run ends that are no mistake of the program. */
export type TrainingFailureCode =
  | 'checkpoint-not-written'
  | 'collapsed'
  | 'engine-lost'
  | 'loss-not-finite'
  | 'other-run'
  | 'worker-lost';

/** A run that cannot go on; the message says what was seen and what to do. */
export class TrainingFailure extends Error {
  override readonly name = 'TrainingFailure';
  readonly code: TrainingFailureCode;

  constructor(code: TrainingFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

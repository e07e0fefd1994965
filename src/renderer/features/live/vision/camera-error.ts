/** Why a camera cannot be opened or no longer gives a picture; each has its words in the catalogue. */
export type CameraProblem =
  | 'not-allowed'
  | 'not-found'
  | 'in-use'
  | 'lost'
  | 'no-picture'
  | 'cannot-read'
  | 'clip-unreadable'
  | 'other';

/** A camera could not be opened. */
export class CameraError extends Error {
  readonly problem: CameraProblem;

  constructor(problem: CameraProblem, options?: ErrorOptions) {
    super(`The camera could not be opened: ${problem}.`, options);
    this.name = 'CameraError';
    this.problem = problem;
  }
}

import { FailureError } from '../words/failure-error.ts';

/** Which file of a model folder is wrong; the cause says how. */
export class ModelFolderError extends FailureError {
  override readonly name = 'ModelFolderError';
}

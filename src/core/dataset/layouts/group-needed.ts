import { failure } from '../../words/failure.ts';
import { DatasetError } from '../dataset.ts';

/** Why a dataset that mixes ages cannot be read without a word on whom it shows. */
export function groupNeeded(name: string, dir: string): DatasetError {
  return new DatasetError(failure('dataset.group-needed', { dir, name }));
}

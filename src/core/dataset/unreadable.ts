import { failure } from '../words/failure.ts';
import { DatasetError } from './dataset.ts';

/** A file of a dataset that the system, or the reader of its format, could not read: the code says how. */
export function unreadable(file: string, cause: unknown): DatasetError {
  const { name, code = name } = cause as Error & { readonly code?: string };
  return new DatasetError(failure('dataset.file-unreadable', { file, code }), { cause });
}

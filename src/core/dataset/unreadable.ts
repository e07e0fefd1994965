import { failure } from '../words/failure.ts';
import { DatasetError } from './dataset.ts';

/** The codes of what is there and is no file: a folder, or what `NoFileError` is for. */
const NO_FILE: readonly string[] = ['EISDIR', 'NO_FILE'];

/** A pipe or a device stands where a file was expected: reading it may wait for ever. */
export class NoFileError extends Error {
  override readonly name = 'NoFileError';
  readonly code = 'NO_FILE';

  constructor(file: string) {
    super(`${file} is no file`);
  }
}

/** A file of a dataset that the system, or the reader of its format, could not read: the code says how. */
export function unreadable(file: string, cause: unknown): DatasetError {
  const { name, code = name } = cause as Error & { readonly code?: string };
  const why = NO_FILE.includes(code)
    ? failure('dataset.no-file', { file })
    : failure('dataset.file-unreadable', { file, code });
  return new DatasetError(why, { cause });
}

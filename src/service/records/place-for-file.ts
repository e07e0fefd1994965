import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { CallError } from '../../contract/error.ts';
import { type Failure, failure } from '../../core/words/failure.ts';

/**
 * That a new file can be written at a path that somebody named.
 *
 * @param isThere What is said where there is a file already.
 * @throws CallError
 */
export function assertPlace(file: string, isThere: Failure): void {
  if (!isAbsolute(file)) throw new CallError('invalid-input', failure('store.backup-path', { found: file }));
  if (existsSync(file)) throw new CallError('conflict', isThere);
  assertFolder(dirname(file));
}

/** The same for any file in a folder. @throws CallError */
export function assertFolder(dir: string): void {
  if (!isAbsolute(dir)) throw new CallError('invalid-input', failure('store.backup-path', { found: dir }));
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CallError('not-found', failure('store.backup-folder-away', { dir }));
  }
  try {
    accessSync(dir, constants.W_OK);
  } catch (error) {
    throw new CallError('forbidden', failure('store.backup-folder-closed', { dir }), { cause: error });
  }
}

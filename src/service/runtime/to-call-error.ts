import { CallError, type ErrorCode } from '../../contract/error.ts';
import { DatasetError } from '../../core/dataset/dataset.ts';
import { ModelFolderError } from '../../core/registry/model-folder-error.ts';
import { DamagedKeyFileError } from '../../core/security/keys/key-file.node.ts';
import {
  DamagedLogError,
  DamagedStoreError,
  NewerStoreError,
  StoreGoneError,
  StoreInUseError,
  StorePathError,
  WrongKeyError,
} from '../../core/store/store-errors.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { type Failure, failure } from '../../core/words/failure.ts';
import { FailureError, failureOf } from '../../core/words/failure-error.ts';
import { DataFolderInUseError } from './data-folder-lock.ts';
import { keepIncident } from './incident-log.ts';
import { lastBackup } from './records/known-backups.ts';
import type { Runtime } from './runtime.ts';

/** What may cross the boundary of a failure. The details of an unexpected one go to the log, under its number. */
export function toCallError(runtime: Runtime, during: string, error: unknown): CallError {
  if (error instanceof CallError) return error;
  // Its details would be written into the folder that is gone.
  if (error instanceof StoreGoneError) {
    return new CallError('damaged-store', failure('store.gone', { file: error.file }), { cause: error });
  }
  if (error instanceof StoreInUseError) {
    return new CallError('conflict', failure('store.open-elsewhere', { file: error.file }), { cause: error });
  }
  if (error instanceof DataFolderInUseError) return new CallError('conflict', error, { cause: error });
  if (error instanceof DatasetError) return new CallError('invalid-input', error, { cause: error });
  const known = damagedWithBackup(runtime, error) ?? storedWrongly(error);
  if (known) return new CallError(...known, { cause: error, incident: reportIncident(runtime, during, error) });
  if (isDiskFull(error)) {
    return new CallError('disk-full', failure('call.disk-full'));
  }
  const incident = reportIncident(runtime, during, error);
  return new CallError('failed', failure('call.unexpected', { incident }), { incident });
}

/** A damaged store whose last backup is known by name and is still there. */
function damagedWithBackup({ home }: Runtime, error: unknown): [ErrorCode, Failure] | null {
  if (!(error instanceof DamagedStoreError)) return null;
  const backup = lastBackup(home);
  const { file } = error;
  return (
    backup && ['damaged-store', failure('store.damaged-backup', { file, backup: backup.file, at: backup.madeAtIso })]
  );
}

/** What is wrong with the files that the program itself keeps, if it is that: whoever mends them needs the details too. */
function storedWrongly(error: unknown): [ErrorCode, Failure] | null {
  if (error instanceof ModelFolderError) return ['conflict', error];
  if (error instanceof DamagedKeyFileError)
    return ['damaged-store', failure('store.keys-damaged', { file: error.file })];
  if (error instanceof DamagedStoreError) return ['damaged-store', failure('store.damaged', { file: error.file })];
  if (error instanceof DamagedLogError) {
    const { file, copy, damage } = error;
    const { lostCommits, readableCommits } = damage;
    return [
      'damaged-store',
      failure('store.log-damaged', { file, copy, count: lostCommits, readable: readableCommits }),
    ];
  }
  if (error instanceof FailureError && error.reason === 'store.not-updated') return ['conflict', failureOf(error)];
  if (error instanceof WrongKeyError) return ['damaged-store', failure('store.wrong-key', { file: error.file })];
  if (error instanceof NewerStoreError) {
    const { file, found, known } = error;
    return ['damaged-store', failure('store.newer', { file, found, known })];
  }
  if (error instanceof StorePathError) {
    const reason = error.found === 'nothing' ? 'store.not-there' : 'store.there-already';
    return ['damaged-store', failure(reason, { file: error.file })];
  }
  return null;
}

/** @returns The number under which the program's log has the details. */
export function reportIncident({ options, site, home }: Runtime, during: string, error: unknown): string {
  return keepIncident((site?.folder ?? home).logDir, { during, error, ...options });
}

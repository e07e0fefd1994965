import { CallError, type ErrorCode } from '../../contract/error.ts';
import { DatasetError } from '../../core/dataset/dataset.ts';
import { ModelFolderError } from '../../core/registry/model-folder.node.ts';
import { DamagedKeyFileError } from '../../core/security/key-slots.node.ts';
import { DamagedStoreError, NewerStoreError, StorePathError, WrongKeyError } from '../../core/store/store-errors.ts';
import { recordIncident } from './incident-log.ts';
import type { Runtime } from './runtime.ts';

/** Failures of core whose own message is meant for the person who called. */
const SPOKEN: readonly [new (message: string) => Error, ErrorCode][] = [
  [DamagedStoreError, 'damaged-store'],
  [DamagedKeyFileError, 'damaged-store'],
  [NewerStoreError, 'damaged-store'],
  [StorePathError, 'damaged-store'],
  [WrongKeyError, 'damaged-store'],
  [DatasetError, 'invalid-input'],
  [ModelFolderError, 'conflict'],
];

const DISK_FULL_CODES = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);

/** What may cross the boundary of a failure. The details of an unexpected one go to the log, under its number. */
export function toCallError(runtime: Runtime, during: string, error: unknown): CallError {
  if (error instanceof CallError) return error;
  const spoken = SPOKEN.find(([type]) => error instanceof type);
  if (spoken) return new CallError(spoken[1], sentence((error as Error).message));
  if (error instanceof Error && 'code' in error && DISK_FULL_CODES.has(String(error.code))) {
    return new CallError(
      'disk-full',
      'The disk is full. Nothing was lost that was stored before; make room and try again.',
    );
  }
  const incident = report(runtime, during, error);
  return new CallError(
    'failed',
    `Something went wrong that should not have. It is in the log as ${incident}.`,
    incident,
  );
}

function report(runtime: Runtime, during: string, error: unknown): string {
  const { now, log } = runtime.options;
  const dir = (runtime.site?.folder ?? runtime.home).logDir;
  try {
    return recordIncident(dir, { atIso: now().toISOString(), during, error });
  } catch (unwritable) {
    log(
      `The log in ${dir} cannot be written (${String(unwritable)}), for a failure during ${during}: ${String(error)}`,
    );
    return 'unwritten';
  }
}

function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
}

import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { failure } from '../../words/failure.ts';
import { FailureError } from '../../words/failure-error.ts';

/** What a run needs beside its next checkpoint: its model, its log and what the store writes before it is settled. */
const BESIDE_CHECKPOINT_BYTES = 8e6;

// The last is SQLite's where there is no room for the index of its log, as at the opening of a store.
const CODES: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'];

/** Whether an error says that a disk takes no more. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.includes(error.code);
}

/**
 * Why a run could not write: which disk is full, what it needs there and what is free.
 *
 * @param dir The folder that it writes to; one that is not there yet lies where it would be made.
 * @param checkpointBytes Size of the run's checkpoint: the next one is written before the last one goes.
 */
export function diskFull(dir: string, checkpointBytes: number, cause: unknown): FailureError {
  let there = resolve(dir);
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  const values = {
    folder: dir,
    disk: mountPointOf(there),
    needed: Math.ceil((checkpointBytes + BESIDE_CHECKPOINT_BYTES) / 1e6),
    free: Math.floor((bavail * bsize) / 1e6),
  };
  return new FailureError(failure('training.disk-full', values), { cause });
}

/** Where the disk that holds a folder begins: the uppermost folder above it that lies on the same disk. */
function mountPointOf(dir: string): string {
  const { dev } = statSync(dir);
  let top = dir;
  while (dirname(top) !== top && statSync(dirname(top)).dev === dev) top = dirname(top);
  return top;
}

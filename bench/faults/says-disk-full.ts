import { isDiskFull } from '../../src/core/training/full-disk/disk-full.node.ts';

/** Whether an error says that the disk is full: by itself, by what it was caused by, or in the service's words. */
export function saysDiskFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return isDiskFull(error) || ('code' in error && error.code === 'disk-full') || saysDiskFull(error.cause);
}

import { statSync } from 'node:fs';
import { diskFull, isDiskFull } from '../../../core/training/full-disk/disk-full.node.ts';
import type { FailureError } from '../../../core/words/failure-error.ts';
import { checkpointFileIn } from '../checkpoint-file.ts';

/** Why a run that writes to a folder could not write there or beside it, its disk being full. */
export function runDiskFull(outDir: string, cause: unknown): FailureError {
  const kept = statSync(checkpointFileIn(outDir), { throwIfNoEntry: false });
  return diskFull(outDir, kept?.size ?? 0, cause);
}

/** The same run, which ends with FailureError "training.disk-full" wherever a disk took no more. */
export async function* tellingOfFullDisk<Log, Result>(
  outDir: string,
  run: AsyncGenerator<Log, Result>,
): AsyncGenerator<Log, Result> {
  try {
    return yield* run;
  } catch (error) {
    throw isDiskFull(error) ? runDiskFull(outDir, error) : error;
  }
}

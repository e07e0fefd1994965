import { join } from 'node:path';

/** Where a run that writes to a folder keeps its checkpoint. */
export function checkpointFileIn(outDir: string): string {
  return join(outDir, 'checkpoint', 'checkpoint.bin');
}

import { join } from 'node:path';
import type { SiteFolder } from '../../runtime/site-folder.ts';

/** Where a run keeps its checkpoint and, at its end, its model. */
export function runDir(folder: SiteFolder, runId: string): string {
  return join(folder.runsDir, runId);
}

import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { dropExportPiece } from '../../core/store/exports.node.ts';
import type { SignedInContext } from '../runtime/call-context.ts';

/**
 * Forgets what an export holds, a piece a transaction, and leaves everything else as much time again as each took: readings of a session
 * that runs wait for one piece at most, and do not pile up. Ends when the site is closed under it.
 *
 * @param file Null for all files of it.
 */
export async function dropInPieces(
  { runtime, site }: Pick<SignedInContext, 'runtime' | 'site'>,
  exportId: string,
  file: { readonly sessionId: string; readonly format: string } | null,
): Promise<void> {
  while (runtime.site === site) {
    const beganMs = performance.now();
    if (!dropExportPiece(site.db, exportId, file)) return;
    await pause(performance.now() - beganMs);
  }
}

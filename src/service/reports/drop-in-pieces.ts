import { setImmediate as nextTurn } from 'node:timers/promises';
import { dropExportPiece } from '../../core/store/exports.node.ts';
import type { SignedInContext } from '../runtime/call-context.ts';

/**
 * Forgets what an export holds, a piece a transaction, and comes to everything else between two of them: readings of a session that
 * runs wait for one piece at most. Ends when the site is closed under it.
 *
 * @param file Null for all files of it.
 */
export async function dropInPieces(
  { runtime, site }: Pick<SignedInContext, 'runtime' | 'site'>,
  exportId: string,
  file: { readonly sessionId: string; readonly format: string } | null,
): Promise<void> {
  while (runtime.site === site && dropExportPiece(site.db, exportId, file)) await nextTurn();
}

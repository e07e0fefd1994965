import type { ErasureReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { type ErasureTarget, erasureScope } from '../../../core/store/erase/erasure-scope.node.ts';
import { findErasure } from '../../../core/store/erase/erasures.node.ts';
import { PROGRAM } from '../record-by-program.ts';
import type { Runtime } from '../runtime.ts';
import { eraseTarget } from './erase-target.ts';
import { notedReceipts } from './noted-receipts.ts';

/**
 * Erases again what an older store that was put back has brought back, as the receipts beside it tell. Asked at opening. What
 * cannot be erased now, since a session of it runs, is tried at the next.
 */
export function eraseAgain(runtime: Runtime): void {
  const { site } = runtime;
  if (!site || site.demo) return;
  for (const receipt of notedReceipts(runtime, site)) {
    const target = targetOf(receipt);
    const scope = target && !findErasure(site.db, receipt.id) ? erasureScope(site.db, target) : null;
    if (!target || !scope || scope.runningIds.length > 0) continue;
    const reason = `Erased before, on ${receipt.erasedAtIso.slice(0, 10)}; an older store had brought it back.`;
    eraseTarget(runtime, site, { target, reason, by: PROGRAM });
  }
}

function targetOf({ what, ofId, atMs }: ErasureReceipt): ErasureTarget | null {
  switch (what) {
    case 'child':
      return { kind: 'child', childId: ofId };
    case 'session':
    case 'video':
      return { kind: what, sessionId: ofId };
    case 'picture':
      return atMs === null ? null : { kind: 'picture', sessionId: ofId, atMs };
    case 'user':
      return null;
  }
}

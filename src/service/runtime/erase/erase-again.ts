import { removedUsers } from '../../../core/store/erase/erase-user.node.ts';
import type { ErasureReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { type ErasureTarget, erasureScope } from '../../../core/store/erase/erasure-scope.node.ts';
import { findErasure, listErasures } from '../../../core/store/erase/erasures.node.ts';
import { PROGRAM } from '../record-by-program.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { eraseHeld } from './erase-held.ts';
import { eraseTarget } from './erase-target.ts';
import { eraseUser } from './erase-user.ts';
import { notedReceipts, noteReceipt } from './noted-receipts.ts';
import { waitingErasure } from './undo-erasure.ts';

/**
 * Erases again what an older store that was put back has brought back, as the receipts beside it tell. Asked at opening. What
 * cannot be erased now, since a session of it runs, is tried at the next.
 */
export function eraseAgain(runtime: Runtime): void {
  const { site } = runtime;
  if (!site || site.demo) return;
  const noted = notedReceipts(runtime, site);
  // A program that ended right after an erasure has left the file behind the store.
  for (const { id, receipt } of listErasures(site.db)) {
    if (receipt !== null && !noted.some((each) => each.id === id)) noteReceipt(runtime, site, receipt);
  }
  for (const receipt of noted) {
    const known = findErasure(site.db, receipt.id);
    if (known?.state === 'held')
      eraseHeld(runtime, site, { erasure: waitingErasure(site.db, receipt.id), by: PROGRAM });
    if (known) continue;
    const reason = `Erased before, on ${receipt.erasedAtIso.slice(0, 10)}; an older store had brought it back.`;
    const target = targetOf(receipt);
    if (target) {
      const scope = erasureScope(site.db, target);
      if (scope?.runningIds.length === 0) eraseTarget(runtime, site, { target, reason, by: PROGRAM });
    } else if (isUserBack(site, receipt)) eraseUser(runtime, site, { userId: receipt.ofId, reason, by: PROGRAM });
  }
}

/** Somebody who can sign in in that store is somebody's to remove first. */
function isUserBack({ db }: OpenSite, { what, ofId }: ErasureReceipt): boolean {
  return what === 'user' && removedUsers(db).some(({ id }) => id === ofId);
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

import { CallError } from '../../../contract/error.ts';
import { appendAudit } from '../../../core/store/audit.node.ts';
import { dropUnconsented } from '../../../core/store/erase/drop-unconsented.node.ts';
import { endHeld, findErasure, type HeldErasure, listHeld } from '../../../core/store/erase/erasures.node.ts';
import { type NotPutBack, putBackHeld } from '../../../core/store/erase/put-back-held.node.ts';
import { inTransaction, type ReadableDb } from '../../../core/store/store.node.ts';
import { failure, type PlainReason } from '../../../core/words/failure.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { expireConsents } from '../ended-consents.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { deleteOldVideos } from '../videos/expire-videos.ts';
import { forgetVideoFiles } from '../videos/video-files.ts';
import { tellOfErasure } from './follow-erasure.ts';

const WHY_NOT: Readonly<Record<NotPutBack, PlainReason>> = {
  'code-taken': 'erasures.code-taken',
  'child-not-there': 'erasures.child-waits',
  'session-not-there': 'erasures.session-waits',
};

/** @throws CallError where nothing waits under this id any more. */
export function waitingErasure(db: ReadableDb, erasureId: string): HeldErasure {
  const erasure = findErasure(db, erasureId);
  if (!erasure) throw new CallError('not-found', failure('erasures.no-such-erasure'));
  const held = listHeld(db).find(({ id }) => id === erasureId);
  if (!held) throw new CallError('conflict', failure('erasures.waits-no-more'));
  return held;
}

/**
 * Takes back what waits to be erased, with its entry in the audit log. What a consent alone had allowed that has ended meanwhile
 * does not come back.
 *
 * @returns How many rows hung on something that was removed meanwhile, and did not come back.
 * @throws CallError
 */
export function undoErasure(
  runtime: Runtime,
  site: OpenSite,
  { erasureId, by }: { readonly erasureId: string; readonly by: string },
): { readonly lost: number } {
  const { db } = site;
  const now = runtime.options.now();
  const isClockRight = mayActByDate(runtime);
  const { lost, erasure } = inTransaction(db, () => {
    const waiting = waitingErasure(db, erasureId);
    dropUnconsented(db, waiting, { now, mayActByDate: isClockRight });
    const back = putBackHeld(db, erasureId, waiting.held);
    if (typeof back === 'string') throw new CallError('conflict', failure(WHY_NOT[back]));
    endHeld(db, erasureId, { state: 'undone', receipt: null, now });
    appendAudit(db, {
      userName: by,
      action: 'erasures.undo',
      subject: `${waiting.what} ${waiting.ofId} as ${erasureId}`,
      now,
    });
    return { ...back, erasure: waiting };
  });
  // What would have ended by itself meanwhile ends now.
  site.consentsExpiredOn = null;
  expireConsents(runtime);
  deleteOldVideos(runtime, site);
  forgetVideoFiles(site);
  tellOfErasure(runtime, erasure.held);
  return { lost };
}

import { appendAudit } from '../../../core/store/audit.node.ts';
import { writeReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { endHeld, type HeldErasure, listHeld, type StoredErasure } from '../../../core/store/erase/erasures.node.ts';
import { heldCode } from '../../../core/store/erase/held-tables.node.ts';
import { dropHeld } from '../../../core/store/erase/hold.node.ts';
import { stillNamed } from '../../../core/store/erase/still-named.node.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { mayActByDate } from '../clock/clock-guard.ts';
import { PROGRAM } from '../record-by-program.ts';
import { knownBackups } from '../records/known-backups.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { forgetVideoFiles } from '../videos/video-files.ts';
import { noteReceipt } from './noted-receipts.ts';
import { overwriteWhenQuiet } from './overwrite.ts';
import { askForOverwrite } from './overwrite-due.ts';

/** Erases what has waited for its days, unless the clock is in doubt. Asked at opening and every minute. */
export function eraseDue(runtime: Runtime): void {
  const { site } = runtime;
  const nowIso = runtime.options.now().toISOString();
  if (!site || !mayActByDate(runtime)) return;
  // One may go with another: what is due is asked for anew each time.
  const next = () => listHeld(site.db).find(({ dueAtIso }) => dueAtIso <= nowIso);
  for (let erasure = next(); erasure; erasure = next()) eraseHeld(runtime, site, { erasure, by: PROGRAM });
}

/** Of a child or a session that is erased for good. */
interface Whole {
  readonly what: StoredErasure['what'];
  readonly childId: string;
  readonly sessionIds: readonly string[];
}

/** Erases what waits of something that was itself erased for good: it has nothing any more to come back to. */
export function eraseHeldOf(
  runtime: Runtime,
  site: OpenSite,
  { what, childId, sessionIds, by }: Whole & { readonly by: string },
): void {
  if (what !== 'child' && what !== 'session') return;
  const next = () =>
    listHeld(site.db).find(({ held }) =>
      what === 'child' ? held.childId === childId : held.sessionIds.every((id) => sessionIds.includes(id)),
    );
  for (let erasure = next(); erasure; erasure = next()) eraseHeld(runtime, site, { erasure, by });
}

/** Erases for good what waits, before it is due or when it is, with its entry in the audit log and a signed receipt. */
export function eraseHeld(
  runtime: Runtime,
  site: OpenSite,
  { erasure, by }: { readonly erasure: HeldErasure; readonly by: string },
): void {
  const { db, folder } = site;
  const now = runtime.options.now();
  const { key } = ensureReportSecrets(db);
  const { id, what, ofId, held } = erasure;
  const receipt = inTransaction(db, () => {
    const code = what === 'child' ? heldCode(db, id, held) : null;
    dropHeld(db, id);
    askForOverwrite(db);
    appendAudit(db, { userName: by, action: `erasures.${what}`, subject: `${ofId} as ${id}`, now });
    const written = writeReceipt(
      {
        id,
        siteName: readSite(db)?.name ?? '',
        what,
        ofId,
        pseudonym: erasure.pseudonym,
        atMs: held.atMs,
        counts: held.counts,
        sessionIds: held.sessionIds,
        models: [...erasure.models],
        // Also those that were made while it waited: they hold it, too.
        backups: knownBackups(folder),
        handedOut: held.handedOut,
        auditEntries: held.auditEntries,
        stillNamed: code === null ? [] : stillNamed(db, code, null),
        reason: erasure.reason,
        askedBy: erasure.askedBy,
        askedAtIso: erasure.askedAtIso,
        erasedAtIso: now.toISOString(),
      },
      key,
    );
    endHeld(db, id, { state: 'erased', receipt: written, now });
    return written;
  });
  noteReceipt(runtime, site, receipt);
  forgetVideoFiles(site);
  runtime.events.emit('erasures.changed', {});
  eraseHeldOf(runtime, site, { ...held, what, by });
  overwriteWhenQuiet(runtime);
}

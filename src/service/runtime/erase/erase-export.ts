import { randomUUID } from 'node:crypto';
import { ERASED_KINDS, type ErasedCounts } from '../../../core/store/erase/erased-kinds.ts';
import { writeReceipt } from '../../../core/store/erase/erasure-receipt.node.ts';
import { addErasure } from '../../../core/store/erase/erasures.node.ts';
import { countEntriesOfExport } from '../../../core/store/erase/traces.node.ts';
import { findExport, removeExport } from '../../../core/store/exports.node.ts';
import { noteTaken } from '../../../core/store/retention/last-taken.node.ts';
import { readSite } from '../../../core/store/site.node.ts';
import { inTransaction } from '../../../core/store/store.node.ts';
import { PROGRAM, recordByProgram } from '../record-by-program.ts';
import { knownBackups } from '../records/known-backups.ts';
import { ensureReportSecrets } from '../records/report-secrets.ts';
import type { OpenSite, Runtime } from '../runtime.ts';
import { noteReceipt } from './noted-receipts.ts';
import { askForOverwrite } from './overwrite-due.ts';

/**
 * Erases a kept export by the program's own reason, with its entry in the audit log and a signed receipt: how many reports it held,
 * of which sessions, and how often it had been fetched. Whoever asks overwrites the file then, once for many. Nothing where it is
 * gone already.
 */
export function eraseExport(
  runtime: Runtime,
  site: OpenSite,
  { exportId, reason }: { readonly exportId: string; readonly reason: string },
): void {
  const { db, folder } = site;
  const now = runtime.options.now();
  const { key } = ensureReportSecrets(db);
  const id = randomUUID();
  const receipt = inTransaction(db, () => {
    const order = findExport(db, exportId);
    if (!order) return null;
    const entries = countEntriesOfExport(db, exportId);
    removeExport(db, exportId);
    askForOverwrite(db);
    recordByProgram(db, 'erasures.exportByRule', `${exportId} as ${id}`, now);
    noteTaken(db, 'exports', { count: 1, now });
    const counts = Object.fromEntries(
      ERASED_KINDS.map((kind) => [kind, kind === 'reports' ? order.filesDone : 0]),
    ) as ErasedCounts;
    const about = { id, what: 'export', ofId: exportId, pseudonym: '', reason, askedBy: PROGRAM } as const;
    const written = writeReceipt(
      {
        ...about,
        siteName: readSite(db)?.name ?? '',
        atMs: null,
        counts,
        sessionIds: [...order.sessionIds],
        models: [],
        backups: knownBackups(folder),
        handedOut: entries.fetched,
        auditEntries: entries.all,
        stillNamed: [],
        askedAtIso: now.toISOString(),
        erasedAtIso: now.toISOString(),
      },
      key,
    );
    addErasure(db, {
      ...about,
      state: 'erased',
      askedAtIso: now.toISOString(),
      dueAtIso: null,
      endedAtIso: now.toISOString(),
      models: [],
      held: null,
      receipt: written,
    });
    return written;
  });
  if (receipt === null) return;
  noteReceipt(runtime, site, receipt);
  runtime.events.emit('erasures.changed', {});
}

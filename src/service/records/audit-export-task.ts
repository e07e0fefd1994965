import { writeAuditExport } from '../../core/security/audit-export.node.ts';
import { auditEntries } from '../../core/store/audit.node.ts';
import { beginningText } from '../../core/store/retention/stored-beginnings.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { reportSecrets } from '../runtime/records/report-secrets.ts';

/** The whole audit log as a signed file, beside the main thread: of years it is long. */
export function exportAudit(db: ReadableDb, { exportedAtIso }: { readonly exportedAtIso: string }) {
  const lines = linesOf(db, exportedAtIso);
  return {
    fileName: `audit-${exportedAtIso.slice(0, 10)}.jsonl`,
    mediaType: 'application/jsonl',
    bytes: new Uint8Array(Buffer.from(lines.join(''))),
  };
}

/** Where the log is cut by rule between the reading of its beginning and that of its entries, both are read anew. */
function linesOf(db: ReadableDb, exportedAtIso: string): string[] {
  const beginning = beginningText(db);
  const about = { siteName: readSite(db)?.name ?? '', exportedAtIso, beginning };
  const lines = [...writeAuditExport(auditEntries(db), about, reportSecrets(db).key)];
  return beginningText(db) === beginning ? lines : linesOf(db, exportedAtIso);
}

import { writeAuditExport } from '../../core/security/audit-export.node.ts';
import { auditEntries } from '../../core/store/audit.node.ts';
import { beginningText } from '../../core/store/retention/stored-beginnings.node.ts';
import { readSite } from '../../core/store/site.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { reportSecrets } from '../runtime/records/report-secrets.ts';

/** The whole audit log as a signed file, beside the main thread: of years it is long. */
export function exportAudit(db: ReadableDb, { exportedAtIso }: { readonly exportedAtIso: string }) {
  const about = { siteName: readSite(db)?.name ?? '', exportedAtIso, beginning: beginningText(db) };
  const lines = [...writeAuditExport(auditEntries(db), about, reportSecrets(db).key)];
  return {
    fileName: `audit-${exportedAtIso.slice(0, 10)}.jsonl`,
    mediaType: 'application/jsonl',
    bytes: new Uint8Array(Buffer.from(lines.join(''))),
  };
}

import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { verifyReport } from '../../../../core/report/seal/verify-report.node.ts';
import type { AuditBeginning } from '../../../../core/security/audit-beginning.node.ts';
import { type AuditExportVerdict, verifyAuditExport } from '../../../../core/security/audit-export.node.ts';
import { readAuditHead } from '../../../../core/security/audit-head.node.ts';
import { type AuditHead, auditHeadSchema } from '../../../../core/security/audit-head.ts';
import type { PublicKey } from '../../../../core/security/signature.node.ts';

/** More than a log of a million entries. */
const MOST_BYTES = 512 * 1024 * 1024;

/** An end of an audit log that somebody holds, and who signed it. */
export interface HeldHead {
  readonly head: Pick<AuditHead, 'entries' | 'lastHash'>;
  readonly key: PublicKey;
  /** What the file is, in words. */
  readonly what: string;
  /** What went by rule before its first entry; null for nothing, and for what is no exported log. */
  readonly beginning: AuditBeginning | null;
}

/** What is wrong with a file, in a sentence. */
export interface NoHead {
  readonly fault: string;
}

const reportSchema = z.object({
  auditHead: auditHeadSchema.pick({ entries: true, lastHash: true }).nullable().optional(),
});

/** Reads an exported log, the file with a head, or a report. @throws Error for a file that is too large. */
export async function readHeldHead(file: string): Promise<HeldHead | NoHead> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) throw new Error(`${file}: a file of at most 512 MB was expected; it has ${size} bytes`);
  const bytes = await readFile(file);
  const report = verifyReport(bytes);
  if (report.kind === 'unchanged' || report.kind === 'rewritten') {
    const { data } = reportSchema.safeParse(JSON.parse(Buffer.from(report.data).toString('utf8')));
    if (!data?.auditHead) return { fault: 'a report of a version that did not write the end of the audit log into it' };
    return { head: data.auditHead, key: report.key, what: 'a report', beginning: null };
  }
  if (report.kind === 'changed') return { fault: 'a report that was changed after it was signed' };
  const text = bytes.toString('utf8');
  const kept = readAuditHead(text);
  if (kept) return { ...kept, what: 'the end of a log', beginning: null };
  const verdict = verifyAuditExport(text);
  if (verdict.kind === 'whole') {
    const { head, key, siteName, exportedAtIso, beginning } = verdict;
    return { head, key, beginning, what: `the audit log of ${siteName}, exported at ${exportedAtIso}` };
  }
  return { fault: inWords(verdict) };
}

function inWords(verdict: Exclude<AuditExportVerdict, { kind: 'whole' }>): string {
  switch (verdict.kind) {
    case 'not-an-export':
      return 'neither an exported audit log, nor a signed report, nor a file with the end of a log';
    case 'end-missing':
      return `cut off after entry ${verdict.entries}: the signed last line is missing`;
    case 'end-changed':
      return 'the last line is not as the site signed it';
    case 'beginning-changed':
      return 'what tells of entries that were removed by rule is not as the site signed it';
    case 'broken':
      return `broken: ${verdict.message}`;
    case 'other-end':
      return `it ends with entry ${verdict.entries}; signed is entry ${verdict.signed.entries} of ${verdict.signed.atIso}`;
  }
}

import { z } from 'zod';
import { auditHeadSchema } from '../security/audit-head.ts';

/** What an audit log can be found to be, other than it was last known. */
export const AUDIT_FAULTS = [
  'broken',
  'beginning-missing',
  'emptied',
  'tail-cut',
  'older-store',
  'rewritten',
  'head-missing',
  'head-unreadable',
  'head-foreign',
] as const;

export type AuditFault = (typeof AUDIT_FAULTS)[number];

export const auditFindingSchema = z.object({
  fault: z.enum(AUDIT_FAULTS),
  /** The furthest end that is known of; null where no file and no mark tells of any. */
  known: auditHeadSchema.nullable(),
  /** The end that the log has; null when it is empty. */
  found: auditHeadSchema.nullable(),
  /** The first entry that does not follow from the one before, or the first of all where the beginning is missing; else null. */
  atSequence: z.number().int().nullable(),
});

export type AuditFinding = z.infer<typeof auditFindingSchema>;

/** A finding that stays until an administrator says that it is known. */
export const storedAuditFindingSchema = auditFindingSchema.extend({
  foundAtIso: z.string(),
  acknowledged: z.object({ by: z.string(), atIso: z.string() }).nullable(),
});

export type StoredAuditFinding = z.infer<typeof storedAuditFindingSchema>;

/** What the texts of findings are told; `moment` says when something was. */
export function findingValues({ known, found, atSequence }: AuditFinding, moment: (atIso: string) => string) {
  const entries = found?.entries ?? 0;
  return {
    entry: atSequence ?? 0,
    known: known?.entries ?? 0,
    knownAt: known ? moment(known.atIso) : '—',
    found: entries,
    foundAt: found ? moment(found.atIso) : '—',
    from: entries + 1,
    missing: Math.max(0, (known?.entries ?? 0) - entries),
  };
}

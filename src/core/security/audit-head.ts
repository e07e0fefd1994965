import { z } from 'zod';

/** The end of the audit log, as it can be told outside of it. */
export const auditHeadSchema = z.object({
  /** How many entries the log has, which is the number of its last. */
  entries: z.number().int().min(1),
  /** Of the last entry, 64 hexadecimal digits. */
  lastHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the last entry was written. */
  atIso: z.string().max(40),
});

export type AuditHead = z.infer<typeof auditHeadSchema>;

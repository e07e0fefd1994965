import { z } from 'zod';
import { auditHeadSchema } from '../../core/security/audit-head.ts';
import { storedAuditFindingSchema } from '../../core/store/audit-finding.ts';
import type { MethodSpec } from '../role.ts';

export const auditEntrySchema = z.object({
  sequence: z.number().int(),
  atIso: z.string(),
  userName: z.string(),
  action: z.string(),
  subject: z.string(),
});

const fileSchema = z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) });

/** An end of the log that somebody holds: of an exported log, of a report, of the file beside the store. */
const heldHeadSchema = auditHeadSchema.pick({ entries: true, lastHash: true });

/** What a held end says of the log: it goes through it, it ends before it, or it went another way. */
const HELD = ['agrees', 'missing', 'differs'] as const;

const chainSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intact'), head: auditHeadSchema.nullable() }),
  z.object({ kind: z.literal('broken'), atSequence: z.number().int(), message: z.string() }),
]);

/** The audit log: who did what and when, and whether it is whole. */
export const auditMethods = {
  'audit.list': {
    input: z.object({ beforeSequence: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }),
    output: z.object({ entries: z.array(auditEntrySchema), chainIntact: z.boolean() }),
    access: ['administrator'],
  },
  /** What was found when the store was opened, the oldest first; for everyone, since what is missing concerns everyone. */
  'audit.findings': { input: z.object({}), output: z.array(storedAuditFindingSchema), access: 'signed-in' },
  /** All findings are known: no screen speaks of them any more. The log keeps who said so. */
  'audit.acknowledge': { input: z.object({}), output: z.object({}), access: ['administrator'] },
  /** The whole log as JSON lines that the site signs: core/security/audit-export.node.ts. */
  'audit.export': { input: z.object({}), output: fileSchema, access: ['administrator'] },
  /** Reads the whole log, and compares it with ends that are held elsewhere. */
  'audit.verify': {
    input: z.object({ held: z.array(heldHeadSchema).max(100).default([]) }),
    output: z.object({ chain: chainSchema, held: z.array(z.enum(HELD)) }),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type AuditEntry = z.infer<typeof auditEntrySchema>;
export type StoredAuditFinding = z.infer<typeof storedAuditFindingSchema>;

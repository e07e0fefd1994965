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

/** Which entries are wanted; null does not ask. */
const auditFilterSchema = z.object({
  who: z.string().max(200).nullable(),
  /** How the action begins. */
  what: z.string().max(100).nullable(),
  childCode: z.string().trim().max(100).nullable(),
  fromIso: z.iso.datetime().nullable(),
  untilIso: z.iso.datetime().nullable(),
});

const namedIdSchema = z.object({
  id: z.string(),
  kind: z.enum(['child', 'session', 'consent', 'baseline', 'user']),
  name: z.string(),
  startedAtIso: z.string().nullable(),
});

/** An end of the log that somebody holds: of an exported log, of a report, of the file beside the store. */
const heldHeadSchema = auditHeadSchema.pick({ entries: true, lastHash: true });

/** What a held end says of the log: it goes through it, that entry went by rule, it ends before it, or it went another way. */
const HELD = ['agrees', 'removed', 'missing', 'differs'] as const;

/** What went by rule from the log's beginning: how many entries, the last of when, and after how many months; null for nothing. */
const removedSchema = z
  .object({ entries: z.number().int(), untilIso: z.string(), months: z.number().int() })
  .nullable();

const chainSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intact'), head: auditHeadSchema.nullable(), removed: removedSchema }),
  z.object({ kind: z.literal('broken'), atSequence: z.number().int(), message: z.string() }),
]);

/** The audit log: who did what and when, and whether it is whole. */
export const auditMethods = {
  'audit.list': {
    input: z.object({
      beforeSequence: z.number().int().nullable(),
      limit: z.number().int().min(1).max(500),
      filter: auditFilterSchema.nullable().default(null),
    }),
    output: z.object({
      entries: z.array(auditEntrySchema),
      /** What ids in them stand for. */
      names: z.array(namedIdSchema),
      /** Everybody who stands in the log. */
      who: z.array(z.string()),
      chainIntact: z.boolean(),
      removed: removedSchema,
    }),
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
export type AuditNamedId = z.infer<typeof namedIdSchema>;
export type StoredAuditFinding = z.infer<typeof storedAuditFindingSchema>;

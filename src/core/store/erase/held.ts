import { z } from 'zod';
import { ERASED_KINDS } from './erased-kinds.ts';

/** What an erasure that waits keeps beside the rows themselves: what its receipt will say, and what else is put back. */
export const heldSchema = z.object({
  childId: z.string(),
  sessionIds: z.array(z.string()),
  /** Of the one picture; null for all else. */
  atMs: z.number().nullable(),
  counts: z.record(z.enum(ERASED_KINDS), z.number().int()),
  handedOut: z.number().int(),
  auditEntries: z.number().int(),
  /** Sessions that stay and were read from a film of one that waits. */
  films: z.array(z.object({ id: z.string(), liveId: z.string() })),
});

export type Held = z.infer<typeof heldSchema>;

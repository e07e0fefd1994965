import { z } from 'zod';
import { ERASED_KINDS, NAMED_PLACES } from '../../core/store/erase/erased-kinds.ts';
import type { MethodSpec } from '../role.ts';

const idSchema = z.string().min(1).max(100);

/** What is to be erased. */
const erasureTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('child'), childId: idSchema }),
  z.object({ kind: z.literal('session'), sessionId: idSchema }),
  /** At a moment on the session's clock. */
  z.object({ kind: z.literal('picture'), sessionId: idSchema, atMs: z.number().min(0) }),
  z.object({ kind: z.literal('video'), sessionId: idSchema }),
]);

const countsSchema = z.record(z.enum(ERASED_KINDS), z.number().int());

/** For how many days something waits before it is erased: invisible, and to be taken back. 0 erases at once. */
const waitDaysSchema = z.union([z.literal(0), z.literal(1), z.literal(7)]);

/** `through`: the model that saw the child, where this one is only built on it. */
const modelSchema = z.object({ id: z.string(), state: z.string(), through: z.string().nullable() });

/** What would go, and what would stay and why. */
const previewSchema = z.object({
  childCode: z.string(),
  pseudonym: z.string(),
  counts: countsSchema,
  /** Sessions that run: they must end first. */
  running: z.number().int(),
  /** Models that were made with the child. */
  models: z.array(modelSchema),
  /** Backups that may hold it. */
  backups: z.array(z.object({ file: z.string(), madeAtIso: z.string() })),
  /** How often reports, videos and tables of it were handed out. */
  handedOut: z.number().int(),
  auditEntries: z.number().int(),
  /** Where the child's code stands beside what goes. */
  stillNamed: z.array(z.object({ place: z.enum(NAMED_PLACES), rows: z.number().int() })),
  /** For how many days it would wait, in which it can be taken back. */
  waitDays: waitDaysSchema,
});

const erasureSchema = z.object({
  id: z.string(),
  what: z.enum(['child', 'session', 'picture', 'video', 'user']),
  ofId: z.string(),
  pseudonym: z.string(),
  state: z.enum(['held', 'erased', 'undone']),
  reason: z.string(),
  askedBy: z.string(),
  askedAtIso: z.string(),
  dueAtIso: z.string().nullable(),
  endedAtIso: z.string().nullable(),
  /** The child's code while it waits; null once it does not. */
  childCode: z.string().nullable(),
});

/** A child's data leave again: previewed, held back if the site wants, erased, told by a signed receipt. */
export const erasuresMethods = {
  'erasures.preview': {
    input: z.object({ target: erasureTargetSchema }),
    output: previewSchema,
    access: ['administrator'],
  },
  'erasures.erase': {
    input: z.object({
      target: erasureTargetSchema,
      reason: z.string().trim().min(3).max(300),
      /** Whatever the site says: without a way back. */
      atOnce: z.boolean(),
      /** Of whoever asks, once more. A demo has none. */
      password: z.string().max(200),
    }),
    output: erasureSchema,
    access: ['administrator'],
  },
  /** Takes back what waits to be erased, and says how many rows hung on something that was removed meanwhile. */
  'erasures.undo': {
    input: z.object({ erasureId: idSchema }),
    output: z.object({ lost: z.number().int() }),
    access: ['administrator'],
  },
  /** Erases what waits before it is due. */
  'erasures.eraseNow': {
    input: z.object({ erasureId: idSchema, password: z.string().max(200) }),
    output: erasureSchema,
    access: ['administrator'],
  },
  /** For what is erased from now on; what waits keeps its day. */
  'erasures.setWait': {
    input: z.object({ waitDays: waitDaysSchema }),
    output: z.object({}),
    access: ['administrator'],
  },
  /** People who cannot sign in any more and whose names are still here, with how many entries of the audit log name them. */
  'erasures.removedUsers': {
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), name: z.string(), auditEntries: z.number().int() })),
    access: ['administrator'],
  },
  /** Puts a mark in the place of such a name. */
  'erasures.eraseUser': {
    input: z.object({
      userId: idSchema,
      reason: z.string().trim().min(3).max(300),
      password: z.string().max(200),
    }),
    output: erasureSchema,
    access: ['administrator'],
  },
  /** Newest first. */
  'erasures.list': {
    input: z.object({}),
    output: z.object({
      erasures: z.array(erasureSchema),
      waitDays: waitDaysSchema,
      /** What was erased still stands in freed parts of the store's file, which is written anew when no session runs. */
      isOverwriteDue: z.boolean(),
    }),
    access: ['administrator'],
  },
  'erasures.receipt': {
    input: z.object({ erasureId: idSchema }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
    access: ['administrator'],
  },
} as const satisfies Record<string, MethodSpec>;

export type ErasureTarget = z.infer<typeof erasureTargetSchema>;
export type ErasurePreview = z.infer<typeof previewSchema>;
export type Erasure = z.infer<typeof erasureSchema>;

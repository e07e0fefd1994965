import { z } from 'zod';
import { decodeFrame, encodeFrame } from '../../contract/codec.ts';
import { type Input, METHODS } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import { sessionSchema } from '../../contract/sessions.ts';
import { type Waiting, waitingSchema } from '../../contract/waiting.ts';
import { derivedKey } from '../../core/security/seal-bytes.node.ts';
import { sealPiece, unsealPieces } from '../../core/security/sealed-pieces.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { findUserByName } from '../../core/store/people/users.node.ts';
import { addMissing, putBackSession } from '../../core/store/sessions/put-back.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { ensureReportSecrets, findReportSecrets } from '../runtime/records/report-secrets.ts';
import { entriesHandlers } from './entries.ts';
import { assertPossible, existingSession } from './session-checks.ts';

const PURPOSE = 'faceward waiting readings';

const keptSchema = z.object({ session: sessionSchema, by: z.string(), waiting: waitingSchema });

/** What waits in a window while the store takes nothing: sealed for a file, and taken in from one. */
export const waitingHandlers: Handlers<'sessions.sealWaiting' | 'sessions.takeWaiting'> = {
  'sessions.sealWaiting'({ db, user }, { sessionId, waiting }) {
    // Reading goes on where writing does not: also out of a file that was removed while it was open.
    const session = existingSession(db, sessionId);
    const bytes = encodeFrame({ session, by: user.name, waiting });
    const { pseudonymSecret } = findReportSecrets(db) ?? ensureReportSecrets(db);
    return { piece: Uint8Array.from(sealPiece(bytes, keyOf(pseudonymSecret), PURPOSE)) };
  },

  'sessions.takeWaiting'(context, { piece }) {
    const { db, runtime } = context;
    const { session, by, waiting } = unsealed(db, piece);
    const sessionId = session.id;
    const taken = inTransaction(db, () => {
      const found = putBackSession(db, session);
      if (found === 'erased') throw new CallError('conflict', failure('sessions.waiting-erased'));
      if (found === 'unknown') {
        throw new CallError('not-found', failure('sessions.waiting-unknown', { code: session.childCode }));
      }
      // A window that still has it sends it itself, and then it would stand twice.
      if (existingSession(db, sessionId).state === 'running') {
        throw new CallError('conflict', failure('sessions.waiting-running'));
      }
      const added = takeIn({ ...context, user: findUserByName(db, by) ?? context.user }, session, waiting);
      recordAction(context, 'sessions.takeWaiting', sessionId);
      return added;
    });
    runtime.events.emit('sessions.changed', { sessionId });
    return { sessionId, childCode: existingSession(db, sessionId).childCode, ...taken };
  },
};

/** The key lies in the store itself, and so in its backups, and stays when the store is encrypted under another. */
function keyOf(pseudonymSecret: string): Uint8Array {
  return derivedKey(Buffer.from(pseudonymSecret), PURPOSE);
}

/** @throws CallError "invalid-input" for what this site has not sealed, or what was changed or cut off since. */
function unsealed(db: ReadableDb, piece: Uint8Array): z.infer<typeof keptSchema> {
  try {
    const secrets = findReportSecrets(db);
    return keptSchema.parse(decodeFrame(unsealPieces(piece, keyOf(secrets!.pseudonymSecret), () => PURPOSE)));
  } catch (cause) {
    throw new CallError('invalid-input', failure('sessions.waiting-not-ours'), { cause });
  }
}

function takeIn(
  context: SignedInContext,
  { id: sessionId, childId, keepsCrops }: z.infer<typeof sessionSchema>,
  waiting: Waiting,
): { samples: number; entries: number } {
  const { db, now } = context;
  if (waiting.kind === 'readings') {
    assertPossible([waiting.atMs, ...waiting.samples.map(({ atMs }) => atMs), ...waiting.gaps.map(({ toMs }) => toMs)]);
    const mayKeep = keepsCrops && (findChild(db, childId, now)?.consentedScopes.includes('keep-crops') ?? false);
    const samples = addMissing(db, { ...waiting, sessionId, crops: mayKeep ? waiting.crops : [] });
    return { samples: samples ?? 0, entries: 0 };
  }
  for (const { name, input } of waiting.calls) enter(context, sessionId, name, input);
  return { samples: 0, entries: waiting.calls.length };
}

type Entry = Extract<Waiting, { kind: 'entries' }>['calls'][number];

function enter(context: SignedInContext, sessionId: string, name: Entry['name'], input: unknown): void {
  const parsed = METHODS[name].input.parse(input) as Input<Entry['name']>;
  const perform = entriesHandlers[name] as (context: SignedInContext, input: unknown) => unknown;
  try {
    perform(context, { ...parsed, sessionId });
  } catch (error) {
    // It was taken back, or its beginning never arrived: nothing is left to end or to take back.
    if (!(error instanceof CallError && error.code === 'not-found')) throw error;
  }
}

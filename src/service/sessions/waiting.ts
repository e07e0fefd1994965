import { type Input, METHODS } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import type { Waiting } from '../../contract/records/waiting.ts';
import { findUserByName } from '../../core/store/people/users.node.ts';
import { putBackSession } from '../../core/store/sessions/put-back.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { inputFailure } from '../input-failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { type SealedWaiting, sealWaiting, unsealWaiting } from '../runtime/waiting/sealed-waiting.ts';
import { takeInReadings } from '../runtime/waiting/take-in.ts';
import { entriesHandlers } from './entries.ts';
import { assertPossible, existingSession } from './session-checks.ts';

/** What waits in a window while the store takes nothing: sealed for a file, and taken in from one. */
export const waitingHandlers: Handlers<'sessions.sealWaiting' | 'sessions.takeWaiting'> = {
  'sessions.sealWaiting'({ db, user }, { sessionId, waiting }) {
    // Reading goes on where writing does not: also out of a file that was removed while it was open.
    return { piece: sealWaiting(db, { session: existingSession(db, sessionId), by: user.name, waiting }) };
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

/** @throws CallError "invalid-input" for what this site has not sealed, or what was changed or cut off since. */
function unsealed(db: ReadableDb, piece: Uint8Array): SealedWaiting {
  try {
    return unsealWaiting(db, piece);
  } catch (cause) {
    throw new CallError('invalid-input', failure('sessions.waiting-not-ours'), { cause });
  }
}

function takeIn(
  context: SignedInContext,
  session: SealedWaiting['session'],
  waiting: Waiting,
): { samples: number; entries: number } {
  const { db, now } = context;
  if (waiting.kind === 'readings') {
    assertPossible([waiting.atMs, ...waiting.samples.map(({ atMs }) => atMs), ...waiting.gaps.map(({ toMs }) => toMs)]);
    return { samples: takeInReadings(db, session, { waiting, now }), entries: 0 };
  }
  for (const { name, input } of waiting.calls) enter(context, session.id, name, input);
  return { samples: 0, entries: waiting.calls.length };
}

type Entry = Extract<Waiting, { kind: 'entries' }>['calls'][number];

function enter(context: SignedInContext, sessionId: string, name: Entry['name'], input: unknown): void {
  const parsed = METHODS[name].input.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new CallError('invalid-input', inputFailure(parsed.error.issues[0]!));
  const perform = entriesHandlers[name] as (context: SignedInContext, input: unknown) => unknown;
  try {
    perform(context, { ...(parsed.data as Input<Entry['name']>), sessionId });
  } catch (error) {
    // It was taken back, or its beginning never arrived: nothing is left to end or to take back.
    if (!(error instanceof CallError && error.code === 'not-found')) throw error;
  }
}

import { CallError } from '../../contract/error.ts';
import { findModel } from '../../core/store/lab/models.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import {
  listRunningSessions,
  nextBatchNumber,
  type Session,
  stopSession,
} from '../../core/store/sessions/sessions.node.ts';
import { addTurn } from '../../core/store/sessions/turns.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { bringMomentsSoon } from '../review/moments-of-doubt.ts';
import type { Handlers } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import {
  assertConsentHolds,
  assertNotRunningYet,
  assertPossible,
  assertRecords,
  existingSession,
  notRunning,
  recordedBy,
} from './session-checks.ts';

type RunningMethod = 'sessions.running' | 'sessions.goOn' | 'sessions.stop';

/** A session that has begun: who goes on with it, and its end. */
export const runningHandlers: Handlers<RunningMethod> = {
  'sessions.running': ({ db, runtime }) =>
    listRunningSessions(db).flatMap((session) => {
      const by = runtime.runningSessions.find(session.id);
      return by
        ? [{ session, responsible: by.userName, silentMs: Math.max(0, runtime.uptimeMs() - by.heardAtMs) }]
        : [];
    }),

  'sessions.goOn'(context, { sessionId, recorderId, camera }) {
    const { db, now, runtime, user } = context;
    const session = existingSession(db, sessionId);
    const before = runtime.runningSessions.find(sessionId);
    if (session.state !== 'running') assertConsentHolds(context, sessionId);
    if (session.state !== 'running' || !before) throw notRunning({ kind: 'not-running', state: session.state });
    if (session.source === 'recording') throw new CallError('conflict', failure('sessions.recording-once'));
    if (!findChild(db, session.childId, now)?.consentedScopes.includes('monitor')) {
      throw new CallError('no-consent', failure('sessions.no-consent', { code: session.childCode }));
    }
    assertSameModel(db, session);
    assertNotRunningYet(context, { ...session, camera, besides: sessionId });
    const atMs = session.durationMs + Math.max(0, runtime.uptimeMs() - before.heardAtMs);
    inTransaction(db, () => {
      const isTheirs = before.userId === user.id;
      if (isTheirs) recordAction(context, 'sessions.goOn', sessionId);
      else recordAction(context, 'sessions.takeOver', `${sessionId} from ${before.userName}`);
      addTurn(db, { sessionId, atMs, kind: isTheirs ? 'gone-on' : 'taken-over', by: user.id });
    });
    runtime.runningSessions.recordedBy(sessionId, recordedBy(context, { recorderId, camera }), runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId });
    return { session, nextBatch: nextBatchNumber(db, sessionId), atMs };
  },

  'sessions.stop'(context, { sessionId, durationMs, recorderId }) {
    const { db, runtime } = context;
    assertPossible([durationMs]);
    // A window that was left behind must not end what another one records by now.
    if (recorderId !== null) assertRecords(context, { sessionId, recorderId });
    const session = inTransaction(db, () => {
      const stopped = stopSession(db, { sessionId, durationMs });
      if (stopped.kind !== 'stopped') throw notRunning(stopped);
      recordAction(context, 'sessions.stop', sessionId);
      return stopped.session;
    });
    runtime.runningSessions.ended(sessionId);
    runtime.events.emit('sessions.changed', { sessionId });
    bringMomentsSoon(context);
    return session;
  },
};

/**
 * A session is read by one model from its first reading to its last: with another version of it half of the session
 * would not be what its report says.
 *
 * @throws CallError "conflict"
 */
function assertSameModel(db: ReadableDb, { modelId, modelVersion }: Session): void {
  const version = findModel(db, modelId)?.version ?? null;
  if (version === modelVersion) return;
  const other = version ?? '-';
  throw new CallError('conflict', failure('sessions.other-model', { id: modelId, was: modelVersion, is: other }));
}

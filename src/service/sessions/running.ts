import { CallError } from '../../contract/error.ts';
import { findModel } from '../../core/store/lab/models.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import {
  findSession,
  listRunningSessions,
  nextBatchNumber,
  resumeSession,
  type Session,
  stopSession,
} from '../../core/store/sessions/sessions.node.ts';
import { addTurn } from '../../core/store/sessions/turns.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { bringMomentsSoon } from '../review/moments-of-doubt.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction } from '../runtime/record-action.ts';
import { UNDO_WITHIN_MS } from '../runtime/running-sessions.ts';
import {
  assertConsentHolds,
  assertItsOwn,
  assertNotRunningYet,
  assertPossible,
  assertRecords,
  existingSession,
  notRunning,
  recordedBy,
} from './session-checks.ts';

type RunningMethod =
  | 'sessions.running'
  | 'sessions.goOn'
  | 'sessions.changeCamera'
  | 'sessions.stop'
  | 'sessions.justStopped'
  | 'sessions.undoStop';

/** A session that has begun: who goes on with it, and its end. */
export const runningHandlers: Handlers<RunningMethod> = {
  'sessions.running': ({ db, runtime }) =>
    listRunningSessions(db, runtime.runningSessions.awaited(runtime.uptimeMs())).flatMap((session) => {
      const by = runtime.runningSessions.find(session.id);
      return by
        ? [{ session, responsible: by.userName, silentMs: Math.max(0, runtime.uptimeMs() - by.heardAtMs) }]
        : [];
    }),

  'sessions.goOn'(context, { sessionId, recorderId, camera }) {
    const { db, runtime, user } = context;
    const session = existingSession(db, sessionId);
    const before = runtime.runningSessions.find(sessionId);
    assertItsOwn(session);
    if (session.state === 'stopped') assertConsentHolds(context, sessionId);
    if (session.state === 'stopped' || !before) throw notRunning({ kind: 'not-running', state: session.state });
    if (session.source === 'recording') throw new CallError('conflict', failure('sessions.recording-once'));
    assertWatched(context, session);
    assertSameModel(db, session);
    assertNotRunningYet(context, { ...session, camera, besides: sessionId });
    const atMs = session.durationMs + Math.max(0, runtime.uptimeMs() - before.heardAtMs);
    runtime.reserve.use(() =>
      inTransaction(db, () => {
        if (session.state === 'recovered') resumeSession(db, sessionId);
        const isTheirs = before.userId === user.id;
        if (isTheirs) recordAction(context, 'sessions.goOn', sessionId);
        else recordAction(context, 'sessions.takeOver', `${sessionId} from ${before.userName}`);
        addTurn(db, { sessionId, atMs, kind: isTheirs ? 'gone-on' : 'taken-over', by: user.id });
      }),
    );
    runtime.runningSessions.recordedBy(sessionId, recordedBy(context, { recorderId, camera }), runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId });
    return { session: existingSession(db, sessionId), nextBatch: nextBatchNumber(db, sessionId), atMs };
  },

  'sessions.changeCamera'(context, { sessionId, recorderId, camera }) {
    const { db, runtime } = context;
    const session = existingSession(db, sessionId);
    assertRecords(context, { sessionId, recorderId });
    const by = runtime.runningSessions.find(sessionId);
    if (session.state !== 'running' || !by) throw notRunning({ kind: 'not-running', state: session.state });
    assertNotRunningYet(context, { ...session, camera, besides: sessionId });
    inTransaction(db, () => recordAction(context, 'sessions.changeCamera', sessionId));
    runtime.runningSessions.recordedBy(sessionId, { ...by, camera }, runtime.uptimeMs());
    return {};
  },

  'sessions.stop'(context, { sessionId, durationMs, recorderId }) {
    const { db, runtime } = context;
    assertPossible([durationMs]);
    // A window that was left behind must not end what another one records by now.
    if (recorderId !== null) assertRecords(context, { sessionId, recorderId });
    const session = runtime.reserve.use(() =>
      inTransaction(db, () => {
        // One that was interrupted and is offered again is ended by whoever does not go on with it.
        if (runtime.runningSessions.find(sessionId) && findSession(db, sessionId)?.state === 'recovered') {
          resumeSession(db, sessionId);
        }
        const stopped = stopSession(db, { sessionId, durationMs });
        if (stopped.kind !== 'stopped') throw notRunning(stopped);
        recordAction(context, 'sessions.stop', sessionId);
        return stopped.session;
      }),
    );
    if (session.source === 'recording') runtime.runningSessions.ended(sessionId);
    else runtime.runningSessions.stopped(sessionId, runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId });
    bringMomentsSoon(context);
    return session;
  },

  'sessions.justStopped': ({ db, runtime }) =>
    runtime.runningSessions.justStopped(runtime.uptimeMs()).flatMap(({ sessionId, leftMs }) => {
      const session = findSession(db, sessionId);
      return session?.state === 'stopped' && !session.setAside ? [{ session, leftMs }] : [];
    }),

  'sessions.undoStop'(context, { sessionId }) {
    const { db, runtime, user } = context;
    const before = existingSession(db, sessionId);
    const stop = runtime.runningSessions.justStopped(runtime.uptimeMs()).find((each) => each.sessionId === sessionId);
    if (!stop) throw new CallError('conflict', failure('sessions.undo-too-late', { withinS: UNDO_WITHIN_MS / 1000 }));
    assertWatched(context, before);
    assertNotRunningYet(context, { ...before, camera: '' });
    const silentMs = Math.max(0, runtime.uptimeMs() - stop.stoppedAtMs);
    inTransaction(db, () => {
      if (!resumeSession(db, sessionId)) throw notRunning({ kind: 'not-running', state: before.state });
      recordAction(context, 'sessions.undoStop', sessionId);
      addTurn(db, { sessionId, atMs: before.durationMs + silentMs, kind: 'stop-undone', by: user.id });
    });
    // Nobody records it until a window goes on with it.
    const nobody = { recorderId: crypto.randomUUID(), camera: '' };
    runtime.runningSessions.recordedBy(sessionId, recordedBy(context, nobody), stop.stoppedAtMs);
    runtime.events.emit('sessions.changed', { sessionId });
    return { session: existingSession(db, sessionId), responsible: user.name, silentMs };
  },
};

/** @throws CallError "no-consent" */
function assertWatched({ db, now }: Pick<SignedInContext, 'db' | 'now'>, { childId, childCode: code }: Session): void {
  if (findChild(db, childId, now)?.consentedScopes.includes('monitor')) return;
  throw new CallError('no-consent', failure('sessions.no-consent', { code }));
}

/**
 * A session is read by one model from its first reading to its last: with another version of it half of the session
 * would not be what its report says.
 *
 * @throws CallError "conflict"
 */
function assertSameModel(db: ReadableDb, { modelId, modelVersion, modelDigest }: Session): void {
  const found = findModel(db, modelId);
  const isSameFiles = modelDigest === null || found?.digest === modelDigest;
  if (found?.version === modelVersion && isSameFiles) return;
  const other = found?.version ?? '-';
  throw new CallError('conflict', failure('sessions.other-model', { id: modelId, was: modelVersion, is: other }));
}

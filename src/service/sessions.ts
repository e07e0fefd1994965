import { CallError } from '../contract/error.ts';
import { addMarker, readMarkers } from '../core/store/markers.node.ts';
import { findApprovedModel } from '../core/store/models.node.ts';
import { appendBatch, readGaps, readSamples } from '../core/store/samples.node.ts';
import {
  findSession,
  listSessions,
  type NotRunning,
  type Session,
  setNotes,
  startSession,
  stopSession,
} from '../core/store/sessions.node.ts';
import { inTransaction, type ReadableDb } from '../core/store/store.node.ts';
import { readTimeline } from '../core/timeline/timeline.ts';
import type { Handlers } from './call-context.ts';
import { recordAction, recordLook } from './record-action.ts';

type SessionsMethod =
  | 'sessions.start'
  | 'sessions.append'
  | 'sessions.mark'
  | 'sessions.stop'
  | 'sessions.list'
  | 'sessions.timeline'
  | 'sessions.setNotes';

/** Sessions: running one, and reading it again. */
export const sessionsHandlers: Handlers<SessionsMethod> = {
  'sessions.start'(work, { childId, source }) {
    const { db, now, desk, user } = work;
    const session = inTransaction(db, () => {
      const model = findApprovedModel(db);
      if (!model) {
        throw new CallError(
          'conflict',
          'No model is approved, so that nothing can read a face. Approve one under Models.',
        );
      }
      const started = startSession(db, { childId, source, modelId: model.id, startedBy: user.id, now });
      if (started.kind === 'no-consent') {
        const wanted = 'a consent that covers monitoring and holds today';
        throw new CallError('no-consent', `A session needs ${wanted}; child ${started.childCode} has none.`);
      }
      if (started.kind !== 'started') throw new CallError('not-found', 'This child is not there any more.');
      recordAction(work, 'sessions.start', started.session.id);
      return started.session;
    });
    desk.runningSessions.heardOf(session.id, now.getTime());
    desk.events.emit('sessions.changed', { sessionId: session.id });
    return session;
  },

  'sessions.append'({ db, now, desk }, batch) {
    assertInOrder(batch.samples);
    const appended = appendBatch(db, batch);
    if (appended.kind === 'not-found' || appended.kind === 'not-running') throw notRunning(appended);
    if (appended.kind === 'stored') desk.runningSessions.heardOf(batch.sessionId, now.getTime());
    return { stored: appended.samples };
  },

  'sessions.mark'(work, { sessionId, ...marker }) {
    const { db, user, desk } = work;
    const markerId = inTransaction(db, () => {
      const added = addMarker(db, { ...marker, sessionId, by: user.id });
      if (added.kind === 'not-found') throw noSuchSession();
      recordAction(work, 'sessions.mark', sessionId);
      return added.markerId;
    });
    desk.events.emit('sessions.changed', { sessionId });
    return { markerId };
  },

  'sessions.stop'(work, { sessionId, durationMs }) {
    const { db, desk } = work;
    const session = inTransaction(db, () => {
      const stopped = stopSession(db, { sessionId, durationMs });
      if (stopped.kind !== 'stopped') throw notRunning(stopped);
      recordAction(work, 'sessions.stop', sessionId);
      return stopped.session;
    });
    desk.runningSessions.ended(sessionId);
    desk.events.emit('sessions.changed', { sessionId });
    return session;
  },

  'sessions.list'(work) {
    recordLook(work, 'sessions.list', '');
    return listSessions(work.db);
  },

  'sessions.timeline'(work, { sessionId }) {
    const session = existingSession(work.db, sessionId);
    recordLook(work, 'sessions.timeline', sessionId);
    const stored = readSamples(work.db, sessionId);
    const samples = {
      count: stored.count,
      atMs: new Float64Array(stored.atMs),
      probabilities: new Float32Array(stored.probabilities),
      emotion: new Int8Array(stored.emotion),
    };
    const { gaps, summary } = readTimeline(samples, readGaps(work.db, sessionId), session.durationMs);
    return { session, samples, gaps, markers: readMarkers(work.db, sessionId), summary };
  },

  'sessions.setNotes'(work, { sessionId, notes }) {
    const { db, desk } = work;
    inTransaction(db, () => {
      if (setNotes(db, { sessionId, notes }).kind === 'not-found') throw noSuchSession();
      recordAction(work, 'sessions.setNotes', sessionId);
    });
    desk.events.emit('sessions.changed', { sessionId });
    return {};
  },
};

/** @throws CallError "not-found" */
export function existingSession(db: ReadableDb, sessionId: string): Session {
  const session = findSession(db, sessionId);
  if (!session) throw noSuchSession();
  return session;
}

function noSuchSession(): CallError {
  return new CallError('not-found', 'This session is not there.');
}

function notRunning(outcome: NotRunning): CallError {
  if (outcome.kind === 'not-found') return noSuchSession();
  const found = outcome.state === 'recovered' ? 'was ended when the program stopped' : 'was stopped';
  return new CallError('conflict', `This session ${found}; only a running one can be gone on with. Start a new one.`);
}

function assertInOrder(samples: readonly { readonly atMs: number }[]): void {
  const index = samples.findIndex((sample, at) => at > 0 && sample.atMs <= samples[at - 1]!.atMs);
  if (index > 0) throw new CallError('invalid-input', `samples.${index}.atMs: must be later than the sample before it`);
}

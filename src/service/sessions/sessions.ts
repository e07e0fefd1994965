import type { ParsedInput } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import { LONGEST_SESSION_MS } from '../../core/emotion/session.ts';
import { findApprovedModel } from '../../core/store/lab/models.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { readAnnotations } from '../../core/store/sessions/annotations.node.ts';
import { readMarkers } from '../../core/store/sessions/markers.node.ts';
import { readObservations } from '../../core/store/sessions/observations.node.ts';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import {
  findSession,
  listRunningSessions,
  listSessions,
  type NotRunning,
  nextBatchNumber,
  type Session,
  setAside,
  setNotes,
  startSession,
  stopSession,
  takeBack,
} from '../../core/store/sessions/sessions.node.ts';
import { inTransaction, type ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import { bringMomentsSoon } from '../review/moments-of-doubt.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import type { RecordedBy } from '../runtime/running-sessions.ts';
import { removePicturesOfRun } from '../runtime/site-folder.ts';
import { timelineOf } from './session-timeline.ts';

type SessionsMethod =
  | 'sessions.start'
  | 'sessions.append'
  | 'sessions.running'
  | 'sessions.goOn'
  | 'sessions.stop'
  | 'sessions.list'
  | 'sessions.timeline'
  | 'sessions.setAside'
  | 'sessions.takeBack'
  | 'sessions.setNotes';

/** Sessions: running one, and reading it again. */
export const sessionsHandlers: Handlers<SessionsMethod> = {
  'sessions.start'(context, { childId, source, recording, recorderId }) {
    const { db, now, runtime, user } = context;
    if (source === 'demo-clip' && !context.site.demo) {
      throw new CallError('invalid-input', failure('sessions.clip-outside-demo'));
    }
    if ((source === 'recording') !== (recording !== null)) {
      throw new CallError('invalid-input', failure('sessions.recording-source'));
    }
    const film = {
      recordingName: recording?.fileName ?? null,
      recordingOriginMs: recording?.originMs ?? 0,
      liveSessionId: recording?.liveSessionId ?? null,
    };
    const session = inTransaction(db, () => {
      const model = findApprovedModel(db);
      if (!model) throw new CallError('conflict', failure('sessions.no-model'));
      const started = startSession(db, { childId, source, ...film, modelId: model.id, startedBy: user.id, now });
      if (started.kind === 'no-consent') {
        throw new CallError('no-consent', failure('sessions.no-consent', { code: started.childCode }));
      }
      if (started.kind === 'no-such-live-session') {
        throw new CallError('not-found', failure('sessions.no-live-session'));
      }
      if (started.kind !== 'started') throw new CallError('not-found', failure('children.not-there'));
      recordAction(context, 'sessions.start', started.session.id);
      return started.session;
    });
    runtime.runningSessions.recordedBy(session.id, recordedBy(context, recorderId), runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId: session.id });
    return session;
  },

  'sessions.append'(context, batch) {
    const { db, runtime } = context;
    assertInOrder(batch.samples);
    assertPossible([batch.atMs, ...batch.samples.map(({ atMs }) => atMs), ...batch.gaps.map(({ toMs }) => toMs)]);
    assertRecords(context, batch);
    const appended = appendBatch(db, { ...batch, crops: cropsToKeep(context, batch) });
    if (appended.kind === 'not-running') assertConsentHolds(context, batch.sessionId);
    if (appended.kind === 'not-found' || appended.kind === 'not-running') throw notRunning(appended);
    if (appended.kind === 'stored') runtime.runningSessions.heardOf(batch.sessionId, runtime.uptimeMs());
    return { stored: appended.samples };
  },

  'sessions.running': ({ db, runtime }) =>
    listRunningSessions(db).flatMap((session) => {
      const by = runtime.runningSessions.find(session.id);
      return by
        ? [{ session, responsible: by.userName, silentMs: Math.max(0, runtime.uptimeMs() - by.heardAtMs) }]
        : [];
    }),

  'sessions.goOn'(context, { sessionId, recorderId }) {
    const { db, now, runtime, user } = context;
    const session = existingSession(db, sessionId);
    const before = runtime.runningSessions.find(sessionId);
    if (session.state !== 'running') assertConsentHolds(context, sessionId);
    if (session.state !== 'running' || !before) throw notRunning({ kind: 'not-running', state: session.state });
    if (session.source === 'recording') throw new CallError('conflict', failure('sessions.recording-once'));
    if (!findChild(db, session.childId, now)?.consentedScopes.includes('monitor')) {
      throw new CallError('no-consent', failure('sessions.no-consent', { code: session.childCode }));
    }
    inTransaction(db, () => {
      if (before.userId === user.id) recordAction(context, 'sessions.goOn', sessionId);
      else recordAction(context, 'sessions.takeOver', `${sessionId} from ${before.userName}`);
    });
    runtime.runningSessions.recordedBy(sessionId, recordedBy(context, recorderId), runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId });
    return {
      session,
      nextBatch: nextBatchNumber(db, sessionId),
      atMs: session.durationMs + Math.max(0, runtime.uptimeMs() - before.heardAtMs),
    };
  },

  'sessions.stop'(context, { sessionId, durationMs }) {
    const { db, runtime } = context;
    assertPossible([durationMs]);
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

  'sessions.list'(context) {
    recordView(context, 'sessions.list', '');
    return listSessions(context.db);
  },

  async 'sessions.timeline'(context, { sessionId }) {
    const { db, site } = context;
    const session = existingSession(db, sessionId);
    recordView(context, 'sessions.timeline', sessionId);
    return {
      session,
      ...(await timelineOf(site, session)),
      markers: readMarkers(db, sessionId),
      observations: readObservations(db, sessionId),
      annotations: readAnnotations(db, sessionId),
    };
  },

  'sessions.setAside'(context, { sessionId, reason }) {
    const { db, now, runtime, site, user } = context;
    const session = inTransaction(db, () => {
      const outcome = setAside(db, { sessionId, reason, by: user.id, now });
      if (outcome.kind === 'not-found') throw noSuchSession();
      if (outcome.kind === 'still-running') throw new CallError('conflict', failure('sessions.still-running'));
      if (outcome.kind === 'done-already') throw new CallError('conflict', failure('sessions.set-aside'));
      recordAction(context, 'sessions.setAside', sessionId);
      return outcome.session;
    });
    const readers = runtime.trainings.endReadersOf(session.childId, failure('training.session-set-aside'));
    for (const runId of readers) removePicturesOfRun(site.folder, runId);
    runtime.events.emit('sessions.changed', { sessionId });
    runtime.events.emit('baselines.changed', { childId: session.childId });
    return session;
  },

  'sessions.takeBack'(context, { sessionId }) {
    const session = inTransaction(context.db, () => {
      const outcome = takeBack(context.db, sessionId);
      if (outcome.kind === 'not-found') throw noSuchSession();
      if (outcome.kind === 'not-set-aside') throw new CallError('conflict', failure('sessions.not-set-aside'));
      recordAction(context, 'sessions.takeBack', sessionId);
      return outcome.session;
    });
    context.runtime.events.emit('sessions.changed', { sessionId });
    return session;
  },

  'sessions.setNotes'(context, { sessionId, notes }) {
    const { db, runtime } = context;
    inTransaction(db, () => {
      if (setNotes(db, { sessionId, notes }).kind === 'not-found') throw noSuchSession();
      recordAction(context, 'sessions.setNotes', sessionId);
    });
    runtime.events.emit('sessions.changed', { sessionId });
    return {};
  },
};

/** @throws CallError "not-found" */
export function existingSession(db: ReadableDb, sessionId: string): Session {
  const session = findSession(db, sessionId);
  if (!session) throw noSuchSession();
  return session;
}

/** @throws CallError "conflict" for a session that is said not to be of the child under which it stands. */
export function assertItsOwn({ setAside: mark }: Pick<Session, 'setAside'>): void {
  if (mark) throw new CallError('conflict', failure('sessions.set-aside'));
}

export function noSuchSession(): CallError {
  return new CallError('not-found', failure('sessions.not-there'));
}

function recordedBy({ user }: SignedInContext, recorderId: string): RecordedBy {
  return { userId: user.id, userName: user.name, recorderId };
}

/**
 * Only who is responsible for a session adds to it, and by one recorder: nobody records under another's name because a
 * window was left running, and no two windows write into each other's readings.
 *
 * @throws CallError "conflict"
 */
function assertRecords(
  { runtime, user }: SignedInContext,
  { sessionId, recorderId }: Pick<ParsedInput<'sessions.append'>, 'sessionId' | 'recorderId'>,
): void {
  const by = runtime.runningSessions.find(sessionId);
  if (by && (by.userId !== user.id || by.recorderId !== recorderId)) {
    throw new CallError('conflict', failure('sessions.recorded-by-another', { name: by.userName }));
  }
}

/**
 * The pictures of a batch, or none when the consent to keep them has ended since the session began: its readings are
 * kept all the same.
 *
 * @throws CallError "no-consent" if the session never was to keep pictures.
 */
function cropsToKeep(
  { db, now }: Pick<SignedInContext, 'db' | 'now'>,
  { sessionId, crops }: ParsedInput<'sessions.append'>,
) {
  if (crops.length === 0) return crops;
  const { keepsCrops, childId, childCode } = existingSession(db, sessionId);
  if (!keepsCrops) {
    throw new CallError('no-consent', failure('sessions.pictures-no-consent', { code: childCode }));
  }
  return findChild(db, childId, now)?.consentedScopes.includes('keep-crops') ? crops : [];
}

/** @throws CallError "conflict" if a session was ended because nothing allows to watch the child any more. */
function assertConsentHolds({ db, now }: SignedInContext, sessionId: string): void {
  const { childId, childCode, state } = existingSession(db, sessionId);
  if (state !== 'stopped' || findChild(db, childId, now)?.consentedScopes.includes('monitor')) return;
  throw new CallError('conflict', failure('sessions.consent-ended', { code: childCode }));
}

function notRunning(outcome: NotRunning): CallError {
  if (outcome.kind === 'not-found') return noSuchSession();
  return new CallError('conflict', failure(outcome.state === 'recovered' ? 'sessions.recovered' : 'sessions.stopped'));
}

/**
 * A session of absurd length would end the program that writes its report; a clock that ran away makes one in a moment.
 *
 * @throws CallError "conflict"
 */
export function assertPossible(timesMs: readonly number[]): void {
  const latestMs = Math.max(0, ...timesMs);
  if (latestMs <= LONGEST_SESSION_MS) return;
  throw new CallError('conflict', failure('sessions.too-long', hoursOf(latestMs)));
}

/** The bound and what was found instead, for a failure's words. */
export function hoursOf(foundMs: number): { mostH: number; foundH: number } {
  return { mostH: LONGEST_SESSION_MS / HOUR_MS, foundH: Math.ceil(foundMs / HOUR_MS) };
}

const HOUR_MS = 3_600_000;

function assertInOrder(samples: readonly { readonly atMs: number }[]): void {
  const index = samples.findIndex((sample, at) => at > 0 && sample.atMs <= samples[at - 1]!.atMs);
  if (index > 0) throw new CallError('invalid-input', failure('sessions.samples-out-of-order', { number: index + 1 }));
}

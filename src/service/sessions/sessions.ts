import type { ParsedInput } from '../../contract/contract.ts';
import { CallError } from '../../contract/error.ts';
import type { Caution, Protocol, SessionPlan } from '../../core/emotion/protocol.ts';
import { assertInPlaceNow } from '../../core/store/in-place.node.ts';
import { findApprovedModel } from '../../core/store/lab/models.node.ts';
import { listCautions } from '../../core/store/people/cautions.node.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import { findProtocol } from '../../core/store/protocols.node.ts';
import { readAnnotations } from '../../core/store/sessions/annotations.node.ts';
import { readMarkers } from '../../core/store/sessions/markers.node.ts';
import { noteFilm } from '../../core/store/sessions/note-film.node.ts';
import { readObservations } from '../../core/store/sessions/observations.node.ts';
import { keepPlan } from '../../core/store/sessions/plans.node.ts';
import { appendBatch } from '../../core/store/sessions/samples.node.ts';
import { listSessions, type Session, setNotes, startSession } from '../../core/store/sessions/sessions.node.ts';
import { setAside, takeBack } from '../../core/store/sessions/set-aside.node.ts';
import { readTurns } from '../../core/store/sessions/turns.node.ts';
import { beginVideo } from '../../core/store/sessions/videos.node.ts';
import { inTransaction } from '../../core/store/store.node.ts';
import { isDiskFull } from '../../core/training/full-disk/disk-full.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { Handlers, SignedInContext } from '../runtime/call-context.ts';
import { recordAction, recordView } from '../runtime/record-action.ts';
import { removePicturesOfRun } from '../runtime/site-folder.ts';
import { readVideoSetting } from '../runtime/videos/video-setting.ts';
import { sealWaiting } from '../runtime/waiting/sealed-waiting.ts';
import { takeInKeptAside } from '../runtime/waiting/take-in.ts';
import {
  assertConsentHolds,
  assertNotRunningYet,
  assertPossible,
  assertRecords,
  existingSession,
  noSuchSession,
  notRunning,
  recordedBy,
} from './session-checks.ts';
import { distressLimitsOf } from './session-distress.ts';
import { streamBatch } from './session-streams.ts';
import { timelineOf } from './session-timeline.ts';

type SessionsMethod =
  | 'sessions.start'
  | 'sessions.append'
  | 'sessions.list'
  | 'sessions.timeline'
  | 'sessions.setAside'
  | 'sessions.takeBack'
  | 'sessions.noteFilm'
  | 'sessions.setNotes';

/** Sessions: running one, and reading it again. */
export const sessionsHandlers: Handlers<SessionsMethod> = {
  'sessions.start'(context, { childId, source, recording, recorderId, camera, protocolId, keepsVideo }) {
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
      recordingSha256: recording?.sha256 ?? null,
      recordingDay: recording?.day ?? null,
      liveSessionId: recording?.liveSessionId ?? null,
    };
    const session = inTransaction(db, () => {
      const model = findApprovedModel(db);
      if (source !== 'recording') assertNotRunningYet(context, { childId, camera });
      if (!model) throw new CallError('conflict', failure('sessions.no-model'));
      const started = startSession(db, { childId, source, ...film, modelId: model.id, startedBy: user.id, now });
      if (started.kind === 'no-consent') {
        throw new CallError('no-consent', failure('sessions.no-consent', { code: started.childCode }));
      }
      if (started.kind === 'no-such-live-session') {
        throw new CallError('not-found', failure('sessions.no-live-session'));
      }
      if (started.kind !== 'started') throw new CallError('not-found', failure('children.not-there'));
      const protocol = protocolId === null ? null : findProtocol(db, protocolId);
      if (protocolId !== null && !protocol) throw new CallError('not-found', failure('protocols.not-there'));
      if (keepsVideo) keepVideoOf(context, started.session);
      keepPlan(db, started.session.id, planOf(protocol, listCautions(db, childId)));
      recordAction(context, 'sessions.start', started.session.id);
      return started.session;
    });
    if (!context.site.demo) runtime.keptAside.prepare();
    runtime.runningSessions.recordedBy(session.id, recordedBy(context, { recorderId, camera }), runtime.uptimeMs());
    runtime.events.emit('sessions.changed', { sessionId: session.id });
    return session;
  },

  'sessions.append'(context, batch) {
    const { db, runtime } = context;
    const cameAtMs = Number(process.hrtime.bigint()) / 1e6;
    assertInOrder(batch.samples);
    assertPossible([batch.atMs, ...batch.samples.map(({ atMs }) => atMs), ...batch.gaps.map(({ toMs }) => toMs)]);
    assertRecords(context, batch);
    // Before room is set aside in a folder that is gone.
    assertInPlaceNow(db);
    const appended = appendOrNull(context, { ...batch, crops: cropsToKeep(context, batch) });
    if (!appended) return keepAside(context, batch);
    if (appended.kind === 'not-running') assertConsentHolds(context, batch.sessionId);
    if (appended.kind === 'not-found' || appended.kind === 'not-running') throw notRunning(appended);
    if (appended.kind === 'stored') {
      runtime.runningSessions.heardOf(batch.sessionId, runtime.uptimeMs());
      streamBatch(context, batch.sessionId, { ...batch, cameAtMs });
    }
    return { stored: appended.samples };
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
      ...(await timelineOf(site, session, await distressLimitsOf(context.runtime, site, session))),
      markers: readMarkers(db, sessionId),
      observations: readObservations(db, sessionId),
      annotations: readAnnotations(db, sessionId),
      turns: readTurns(db, sessionId),
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

  'sessions.noteFilm'(context, { sessionId, sha256 }) {
    const { db, runtime } = context;
    inTransaction(db, () => {
      const { kind } = noteFilm(db, { sessionId, sha256 });
      if (kind === 'not-found') throw noSuchSession();
      if (kind === 'no-film') throw new CallError('invalid-input', failure('sessions.recording-source'));
      if (kind === 'another') throw new CallError('conflict', failure('sessions.another-film'));
      recordAction(context, 'sessions.noteFilm', sessionId);
    });
    runtime.events.emit('sessions.changed', { sessionId });
    return {};
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

/**
 * Stores a batch, and before it what was kept aside of those before. What is left of a full disk is not for readings: it is
 * for signing in, reading and signing out.
 *
 * @returns Null where the disk is full.
 */
function appendOrNull({ db, now, site, runtime }: SignedInContext, batch: ParsedInput<'sessions.append'>) {
  if (site.demo) return appendBatch(db, batch);
  if (!runtime.reserve.hold()) return null;
  try {
    takeInKeptAside(runtime.keptAside, { db, now, log: runtime.options.log });
    return appendBatch(db, batch);
  } catch (error) {
    if (isDiskFull(error)) return null;
    throw error;
  }
}

/**
 * Puts a batch on disk beside the store, which cannot take it.
 *
 * @throws CallError "disk-full" once there is no room for it there either; "conflict" for a session that does not run.
 */
function keepAside(context: SignedInContext, batch: ParsedInput<'sessions.append'>) {
  const { db, runtime, user } = context;
  const session = existingSession(db, batch.sessionId);
  if (session.state !== 'running') throw notRunning({ kind: 'not-running', state: session.state });
  const { samples, gaps, atMs } = batch;
  const waiting = { kind: 'readings' as const, samples, gaps, crops: cropsToKeep(context, batch), atMs };
  if (!runtime.keptAside.add(sealWaiting(db, { session, by: user.name, waiting }))) {
    throw new CallError('disk-full', failure('call.disk-full'));
  }
  runtime.runningSessions.heardOf(batch.sessionId, runtime.uptimeMs());
  return { stored: samples.length, isKeptAside: true };
}

/** @throws CallError unless it is a live session, the site keeps video and a consent to that holds. */
function keepVideoOf({ db, now }: SignedInContext, { id, source, childId, childCode }: Session): void {
  if (source === 'recording') throw new CallError('invalid-input', failure('videos.of-recording'));
  if (!readVideoSetting(db).isOn) throw new CallError('conflict', failure('videos.switched-off'));
  if (!findChild(db, childId, now)?.consentedScopes.includes('keep-video')) {
    throw new CallError('no-consent', failure('videos.no-consent', { code: childCode }));
  }
  beginVideo(db, id);
}

/** Copies, without what tells one entry of a list from another. */
function planOf(protocol: Protocol | null, cautions: readonly Caution[]): SessionPlan {
  return {
    protocol: protocol && {
      name: protocol.name,
      plannedMinutes: protocol.plannedMinutes,
      flaccEveryMinutes: protocol.flaccEveryMinutes,
      markers: protocol.markers,
    },
    cautions: cautions.map(({ kind, note }) => ({ kind, note })),
  };
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

function assertInOrder(samples: readonly { readonly atMs: number }[]): void {
  const index = samples.findIndex((sample, at) => at > 0 && sample.atMs <= samples[at - 1]!.atMs);
  if (index > 0) throw new CallError('invalid-input', failure('sessions.samples-out-of-order', { number: index + 1 }));
}

import { CallError } from '../../contract/error.ts';
import { LONGEST_SESSION_MS } from '../../core/emotion/session.ts';
import { findChild } from '../../core/store/people/children.node.ts';
import {
  findSession,
  listRunningSessions,
  type NotRunning,
  type Session,
} from '../../core/store/sessions/sessions.node.ts';
import type { ReadableDb } from '../../core/store/store.node.ts';
import { failure } from '../../core/words/failure.ts';
import type { SignedInContext } from '../runtime/call-context.ts';
import type { RecordedBy } from '../runtime/running-sessions.ts';

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

/** Who records a session from now on. */
export function recordedBy(
  { user, callerState: caller }: SignedInContext,
  { recorderId, camera }: Pick<RecordedBy, 'recorderId' | 'camera'>,
): RecordedBy {
  return { userId: user.id, userName: user.name, recorderId, camera, caller };
}

/**
 * A child has one session at a time, and so has a camera: two would be two records of one hour, or two children seen by
 * one lens.
 *
 * @param besides The session that is gone on with.
 * @throws CallError "conflict"
 */
export function assertNotRunningYet(
  { db, runtime }: Pick<SignedInContext, 'db' | 'runtime'>,
  { childId, camera, besides = null }: { childId: string; camera: string; besides?: string | null },
): void {
  const awaited = runtime.runningSessions.awaited(runtime.uptimeMs());
  for (const { id, childId: itsChild, childCode: code } of listRunningSessions(db, awaited)) {
    const by = runtime.runningSessions.find(id);
    if (id === besides || !by) continue;
    if (itsChild === childId) {
      throw new CallError('conflict', failure('sessions.child-has-one', { code, name: by.userName }));
    }
    if (camera !== '' && by.camera === camera) {
      throw new CallError('conflict', failure('sessions.camera-has-one', { code, name: by.userName }));
    }
  }
}

/**
 * Only who is responsible for a session adds to it, and by one recorder: nobody records under another's name because a
 * window was left running, and no two windows write into each other's readings.
 *
 * @throws CallError "conflict"
 */
export function assertRecords(
  { runtime, user }: Pick<SignedInContext, 'runtime' | 'user'>,
  { sessionId, recorderId }: { sessionId: string; recorderId: string },
): void {
  const by = runtime.runningSessions.find(sessionId);
  if (by && (by.userId !== user.id || by.recorderId !== recorderId)) {
    throw new CallError('conflict', failure('sessions.recorded-by-another', { name: by.userName }));
  }
}

/** @throws CallError "conflict" if a session was ended because nothing allows to watch the child any more. */
export function assertConsentHolds({ db, now }: SignedInContext, sessionId: string): void {
  const { childId, childCode, state } = existingSession(db, sessionId);
  if (state !== 'stopped' || findChild(db, childId, now)?.consentedScopes.includes('monitor')) return;
  throw new CallError('conflict', failure('sessions.consent-ended', { code: childCode }));
}

export function notRunning(outcome: NotRunning): CallError {
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

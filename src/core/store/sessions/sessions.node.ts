import { randomUUID } from 'node:crypto';
import type { SessionSource, SessionState } from '../../emotion/session.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { findModel } from '../lab/models.node.ts';
import { findChild } from '../people/children.node.ts';
import { PICTURES_HIDDEN } from '../people/doubted-consents.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

export interface Session {
  readonly id: string;
  readonly childId: string;
  readonly childCode: string;
  readonly modelId: string;
  /** The model's version when the session began. */
  readonly modelVersion: string;
  /** SHA-256 of its files then; null for one of an earlier version of this program that noted none. */
  readonly modelDigest: string | null;
  readonly source: SessionSource;
  /** Name of the video file; null for a live session. */
  readonly recordingName: string | null;
  /** Where a player's clock stands at the session's 0, in the video file; 0 for a live session. */
  readonly recordingOriginMs: number;
  /** SHA-256 of the video file's content, in hex, where it is known. */
  readonly recordingSha256: string | null;
  /** The day on which the video file was made, yyyy-mm-dd, if somebody said it. */
  readonly recordingDay: string | null;
  /** The live session that a recording shows too, if it is known. */
  readonly liveSessionId: string | null;
  /** Whether a consent to keep pictures held when it began. */
  readonly keepsCrops: boolean;
  readonly startedAtIso: string;
  /** Name of who started it. */
  readonly startedBy: string;
  /** Up to the last batch while it runs; once stopped, the whole length. */
  readonly durationMs: number;
  readonly state: SessionState;
  readonly sampleCount: number;
  readonly notes: string;
  /** That it is not this child's, as somebody said; null while it is. */
  readonly setAside: SetAside | null;
}

export interface SetAside {
  readonly reason: string;
  /** Name of who said so. */
  readonly by: string;
  readonly atIso: string;
}

export type NotRunning = { kind: 'not-found' } | { kind: 'not-running'; state: Session['state'] };

const SELECT = `
  SELECT sessions.id, child_id AS childId, children.code AS childCode, model_id AS modelId,
         model_version AS modelVersion, model_digest AS modelDigest, source, recording_name AS recordingName,
         recording_origin_ms AS recordingOriginMs, recording_sha256 AS recordingSha256, recording_day AS recordingDay,
         live_session_id AS liveSessionId,
         keeps_crops AS keepsCrops, started_at AS startedAtIso, users.name AS startedBy,
         duration_ms AS durationMs, state, sample_count AS sampleCount, notes,
         set_aside_reason AS setAsideReason, setters.name AS setAsideBy, set_aside_at AS setAsideAtIso
  FROM sessions
  JOIN children ON children.id = sessions.child_id
  JOIN users ON users.id = sessions.started_by
  LEFT JOIN users AS setters ON setters.id = set_aside_by`;

/** Newest first. */
export function listSessions(db: ReadableDb): Session[] {
  return db.prepare<[], SessionRow>(`${SELECT} ORDER BY sessions.key DESC`).all().map(sessionOf);
}

/** Sessions by their row numbers, in that order. */
export function readSessions(db: ReadableDb, keys: readonly number[]): Session[] {
  return db
    .prepare<[string], SessionRow>(
      `${SELECT} JOIN json_each(?) AS wanted ON wanted.value = sessions.key ORDER BY wanted.key`,
    )
    .all(JSON.stringify(keys))
    .map(sessionOf);
}

/** A child's sessions that have ended, oldest first, without those that are not this child's. */
export function listEndedSessions(db: ReadableDb, childId: string): Session[] {
  return db
    .prepare<[string], SessionRow>(
      `${SELECT} WHERE child_id = ? AND state <> 'running' AND set_aside_at IS NULL ORDER BY started_at, sessions.key`,
    )
    .all(childId)
    .map(sessionOf);
}

/** Sessions that have ended and of which a picture is kept, newest first, without those that are set aside. */
export function listPicturedSessions(db: ReadableDb, childId: string | null): Session[] {
  return db
    .prepare<[string | null], SessionRow>(
      `${SELECT} WHERE state <> 'running' AND set_aside_at IS NULL AND child_id = coalesce(?, child_id)
       AND NOT ${PICTURES_HIDDEN} AND EXISTS (SELECT 1 FROM crops WHERE session_key = sessions.key) ORDER BY sessions.key DESC`,
    )
    .all(childId)
    .map(sessionOf);
}

export function findSession(db: ReadableDb, sessionId: string): Session | null {
  const row = db.prepare<[string], SessionRow>(`${SELECT} WHERE sessions.id = ?`).get(sessionId);
  return row ? sessionOf(row) : null;
}

/**
 * Begins a session, if a consent that covers monitoring holds at `now`.
 *
 * @param startedBy Id of the user.
 * @returns `no-such-live-session` unless the live session is one of the same child and no recording itself.
 */
export function startSession(
  db: WritableDb,
  start: Pick<Session, 'childId' | 'modelId' | 'source'> &
    Partial<
      Pick<Session, 'recordingName' | 'recordingOriginMs' | 'recordingSha256' | 'recordingDay' | 'liveSessionId'>
    > & {
      readonly startedBy: string;
      readonly now: Date;
    },
):
  | { kind: 'started'; session: Session }
  | { kind: 'no-such-live-session' }
  | { kind: 'no-such-child' }
  | { kind: 'no-such-model' }
  | { kind: 'no-consent'; childCode: string } {
  return inTransaction(db, () => {
    const child = findChild(db, start.childId, start.now);
    if (!child) return { kind: 'no-such-child' };
    if (!child.consentedScopes.includes('monitor')) return { kind: 'no-consent', childCode: child.code };
    const model = findModel(db, start.modelId);
    if (!model) return { kind: 'no-such-model' };
    const {
      recordingName = null,
      recordingOriginMs = 0,
      recordingSha256 = null,
      recordingDay = null,
      liveSessionId = null,
    } = start;
    const live = liveSessionId === null ? null : findSession(db, liveSessionId);
    if (liveSessionId !== null && (live?.childId !== child.id || live.source === 'recording' || live.setAside)) {
      return { kind: 'no-such-live-session' };
    }
    const id = randomUUID();
    const result = db
      .prepare(
        `INSERT INTO sessions (id, child_id, model_id, model_version, model_digest, source, recording_name, recording_origin_ms, recording_sha256, recording_day,
                               live_session_id, keeps_crops, started_at, started_by)
         VALUES (@id, @childId, @modelId, @modelVersion, @modelDigest, @source, @recordingName, @recordingOriginMs, @recordingSha256, @recordingDay,
                 @liveSessionId, @keepsCrops, @startedAt, @startedBy)`,
      )
      .run({
        id,
        childId: child.id,
        modelId: start.modelId,
        modelVersion: model.version,
        modelDigest: model.digest,
        source: start.source,
        recordingName,
        recordingOriginMs,
        recordingSha256,
        recordingDay,
        liveSessionId,
        keepsCrops: Number(child.consentedScopes.includes('keep-crops')),
        startedAt: start.now.toISOString(),
        startedBy: start.startedBy,
      });
    assertOneChanged(result, 'starting a session');
    return { kind: 'started', session: existing(db, id) };
  });
}

/** Ends a running session. It is never shorter than what was stored of it. */
export function stopSession(
  db: WritableDb,
  { sessionId, durationMs }: { sessionId: string; durationMs: number },
): { kind: 'stopped'; session: Session } | NotRunning {
  return inTransaction(db, () => {
    const session = findSession(db, sessionId);
    if (!session) return { kind: 'not-found' };
    if (session.state !== 'running') return { kind: 'not-running', state: session.state };
    const result = db
      .prepare("UPDATE sessions SET state = 'stopped', duration_ms = max(duration_ms, ?) WHERE id = ?")
      .run(durationMs, sessionId);
    assertOneChanged(result, 'stopping a session');
    return { kind: 'stopped', session: existing(db, sessionId) };
  });
}

/**
 * Lets a session that was stopped or interrupted run again; what was worked out of it as of one that has ended is
 * forgotten.
 *
 * @returns False if it is no such one.
 */
export function resumeSession(db: WritableDb, sessionId: string): boolean {
  return inTransaction(db, () => {
    const { changes } = db
      .prepare("UPDATE sessions SET state = 'running' WHERE id = ? AND state <> 'running' AND set_aside_at IS NULL")
      .run(sessionId);
    db.prepare('DELETE FROM summaries WHERE session_key = (SELECT key FROM sessions WHERE id = ?)').run(sessionId);
    return changes === 1;
  });
}

/**
 * Ends the sessions that were running when the program last ended, each at its last batch. Call it once after opening,
 * before any session can be started.
 *
 * @param awaited Ids of those that may still be gone on with.
 * @returns The ids of the sessions it ended.
 */
export function recoverSessions(db: WritableDb, awaited: readonly string[] = []): string[] {
  return db
    .prepare<[string], string>(
      `UPDATE sessions SET state = 'recovered'
       WHERE state = 'running' AND id NOT IN (SELECT value FROM json_each(?)) RETURNING id`,
    )
    .pluck()
    .all(JSON.stringify(awaited));
}

/**
 * Ends a running session at its last batch, since its window is gone for good.
 *
 * @returns False if it was not running any more.
 */
export function recoverSession(db: WritableDb, sessionId: string): boolean {
  return (
    db.prepare("UPDATE sessions SET state = 'recovered' WHERE id = ? AND state = 'running'").run(sessionId).changes ===
    1
  );
}

/**
 * Live sessions that run or may be gone on with, newest first. Reading a video file is not one: nobody else can go on with it.
 * @param awaited Ids of those that were interrupted and may be gone on with.
 */
export function listRunningSessions(db: ReadableDb, awaited: readonly string[] = []): Session[] {
  return db
    .prepare<[string], SessionRow>(
      `${SELECT} WHERE source <> 'recording' AND set_aside_at IS NULL AND (state = 'running'
       OR state = 'recovered' AND sessions.id IN (SELECT value FROM json_each(?))) ORDER BY sessions.key DESC`,
    )
    .all(JSON.stringify(awaited))
    .map(sessionOf);
}

/** Live sessions that run, or that the program's end has cut off. */
export function listUnstoppedSessions(db: ReadableDb): Session[] {
  return db
    .prepare<[], SessionRow>(
      `${SELECT} WHERE state IN ('running', 'recovered') AND source <> 'recording' AND set_aside_at IS NULL
       ORDER BY sessions.key DESC`,
    )
    .all()
    .map(sessionOf);
}

/** One more than the highest number of a batch that is stored; 0 when none is. */
export function nextBatchNumber(db: ReadableDb, sessionId: string): number {
  return db
    .prepare<[string], number>(
      'SELECT coalesce(max(batch) + 1, 0) FROM batches WHERE session_key = (SELECT key FROM sessions WHERE id = ?)',
    )
    .pluck()
    .get(sessionId)!;
}

export function setNotes(
  db: WritableDb,
  { sessionId, notes }: { sessionId: string; notes: string },
): { kind: 'saved' } | { kind: 'not-found' } {
  const { changes } = db.prepare('UPDATE sessions SET notes = ? WHERE id = ?').run(notes, sessionId);
  return changes === 1 ? { kind: 'saved' } : { kind: 'not-found' };
}

/** @throws Error if it is not there. */
export function existing(db: ReadableDb, sessionId: string): Session {
  const session = findSession(db, sessionId);
  if (!session) throw new Error(`session ${sessionId} was just written and is not there`);
  return session;
}

type SessionRow = Omit<Session, 'keepsCrops' | 'setAside'> & {
  readonly keepsCrops: number;
  readonly setAsideReason: string | null;
  readonly setAsideBy: string | null;
  readonly setAsideAtIso: string | null;
};

function sessionOf({ setAsideReason: reason, setAsideBy: by, setAsideAtIso: atIso, ...row }: SessionRow): Session {
  const mark = reason !== null && by !== null && atIso !== null ? { reason, by, atIso } : null;
  return { ...row, keepsCrops: row.keepsCrops === 1, setAside: mark };
}

/** The row number of a session, or undefined. */
export function sessionKey(db: ReadableDb, sessionId: string): number | undefined {
  return db.prepare<[string], number>('SELECT key FROM sessions WHERE id = ?').pluck().get(sessionId);
}

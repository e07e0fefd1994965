import type { ReadableDb } from '../store.node.ts';
import type { ErasedWhole } from './erase-plan.ts';

/** What is to be erased. */
export type ErasureTarget =
  | { readonly kind: 'child'; readonly childId: string }
  | { readonly kind: 'session'; readonly sessionId: string }
  | { readonly kind: 'picture'; readonly sessionId: string; readonly atMs: number }
  /** All that were kept of it. */
  | { readonly kind: 'pictures'; readonly sessionId: string }
  | { readonly kind: 'video'; readonly sessionId: string };

/** The same as keys of rows: what the plan's conditions are asked over. */
export interface ErasureScope {
  readonly whole: ErasedWhole;
  /** The child that is erased; null where only a part of it is. */
  readonly childId: string | null;
  /** Whose it is. */
  readonly of: { readonly childId: string; readonly code: string };
  readonly sessionIds: readonly string[];
  readonly sessionKeys: readonly number[];
  /** Of kept pictures that are images of a dataset, too. */
  readonly imageKeys: readonly number[];
  /** Of the one picture; null for all of a session. */
  readonly atMs: number | null;
  /** Sessions that still run. */
  readonly runningIds: readonly string[];
}

interface SessionRow {
  readonly key: number;
  readonly id: string;
  readonly childId: string;
  readonly state: string;
}

/** @returns Null where there is no such child, session, picture or video. */
export function erasureScope(db: ReadableDb, target: ErasureTarget): ErasureScope | null {
  const sessions =
    target.kind === 'child'
      ? sessionsWhere(db, 'child_id = ?', target.childId)
      : sessionsWhere(db, 'id = ?', target.sessionId);
  const childId = target.kind === 'child' ? target.childId : sessions[0]?.childId;
  const code = childId && db.prepare<[string], string>('SELECT code FROM children WHERE id = ?').pluck().get(childId);
  if (!childId || !code) return null;
  const sessionKeys = sessions.map(({ key }) => key);
  if (target.kind === 'video' && !isThere(db, 'videos', sessionKeys, null)) return null;
  const atMs = target.kind === 'picture' ? target.atMs : null;
  const isOfPictures = target.kind === 'picture' || target.kind === 'pictures';
  if (isOfPictures && !isThere(db, 'crops', sessionKeys, atMs)) return null;
  return {
    whole: target.kind,
    childId: target.kind === 'child' ? childId : null,
    of: { childId, code },
    sessionIds: sessions.map(({ id }) => id),
    sessionKeys,
    imageKeys: target.kind === 'video' ? [] : imageKeys(db, sessionKeys, atMs),
    atMs,
    runningIds: sessions.filter(({ state }) => state === 'running').map(({ id }) => id),
  };
}

/** The names over which the plan's conditions are written. */
export function valuesOf({ childId, sessionIds, sessionKeys, imageKeys, atMs }: ErasureScope) {
  const [keys, ids, images] = [sessionKeys, sessionIds, imageKeys].map((each) => JSON.stringify(each));
  return { childId, sessionKeys: keys, sessionIds: ids, imageKeys: images, atMs };
}

function sessionsWhere(db: ReadableDb, where: string, id: string): SessionRow[] {
  return db
    .prepare<[string], SessionRow>(
      `SELECT key, id, child_id AS childId, state FROM sessions WHERE ${where} ORDER BY key`,
    )
    .all(id);
}

function isThere(db: ReadableDb, table: 'videos' | 'crops', keys: readonly number[], atMs: number | null): boolean {
  const [key] = keys;
  return table === 'videos'
    ? db.prepare('SELECT 1 FROM videos WHERE session_key = ?').get(key) !== undefined
    : db.prepare('SELECT 1 FROM crops WHERE session_key = ? AND at_ms = coalesce(?, at_ms)').get(key, atMs) !==
        undefined;
}

function imageKeys(db: ReadableDb, sessionKeys: readonly number[], atMs: number | null): number[] {
  return db
    .prepare<{ sessionKeys: string; atMs: number | null }, number>(
      `SELECT image_key FROM moment_images
       WHERE session_key IN (SELECT value FROM json_each(@sessionKeys)) AND (@atMs IS NULL OR at_ms = @atMs)`,
    )
    .pluck()
    .all({ sessionKeys: JSON.stringify(sessionKeys), atMs });
}

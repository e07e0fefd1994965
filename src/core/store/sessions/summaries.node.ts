import type { ReadableDb, WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

/** What was worked out of an ended session. */
interface KeptTimeline {
  /** Of the way in which it was worked out. What was kept before there were versions has none. */
  readonly version: number;
  /** Plain data; the caller knows what it is. */
  readonly timeline: unknown;
}

/** The timeline of an ended session as it was kept; null where none was, or one of another version. */
export function readKeptTimeline(db: ReadableDb, sessionId: string, version: number): unknown {
  const json = db
    .prepare<[string, number], string>(
      `SELECT timeline_json -> '$.timeline' FROM summaries
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?) AND timeline_json ->> '$.version' = ?`,
    )
    .pluck()
    .get(sessionId, version);
  return json === undefined ? null : JSON.parse(json);
}

/** Keeps it in place of what was there; does nothing for a session that runs, whose timeline still changes. */
export function keepTimeline(db: WritableDb, sessionId: string, kept: KeptTimeline): void {
  db.prepare(
    `INSERT OR REPLACE INTO summaries (session_key, timeline_json)
     SELECT key, ? FROM sessions WHERE key = ? AND state <> 'running'`,
  ).run(JSON.stringify(kept), sessionKey(db, sessionId));
}

import type { ReadableDb, WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

/** What was worked out of an ended session and kept, or null. The caller knows what it is. */
export function readKeptTimeline(db: ReadableDb, sessionId: string): unknown {
  const json = db
    .prepare<[string], string>(
      'SELECT timeline_json FROM summaries WHERE session_key = (SELECT key FROM sessions WHERE id = ?)',
    )
    .pluck()
    .get(sessionId);
  return json === undefined ? null : JSON.parse(json);
}

/** Keeps it for an ended session; does nothing for one that runs, whose timeline still changes. */
export function keepTimeline(db: WritableDb, sessionId: string, timeline: unknown): void {
  db.prepare(
    `INSERT OR REPLACE INTO summaries (session_key, timeline_json)
     SELECT key, ? FROM sessions WHERE key = ? AND state <> 'running'`,
  ).run(JSON.stringify(timeline), sessionKey(db, sessionId));
}

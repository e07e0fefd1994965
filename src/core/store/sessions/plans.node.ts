import type { Caution, Protocol, SessionPlan } from '../../emotion/protocol.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import type { ReadableDb, WritableDb } from '../store.node.ts';
import { sessionKey } from './sessions.node.ts';

/** Keeps a copy of what a session was to be like, and of what was known of its child. To be called once, when it begins. */
export function keepPlan(db: WritableDb, sessionId: string, { protocol, cautions }: SessionPlan): void {
  const result = db
    .prepare('INSERT INTO session_plans (session_key, protocol_json, cautions_json) VALUES (?, ?, ?)')
    .run(sessionKey(db, sessionId), protocol && JSON.stringify(protocol), JSON.stringify(cautions));
  assertOneChanged(result, 'keeping what a session was to be like');
}

/** Without protocol and cautions for a session from before there were any. */
export function readPlan(db: ReadableDb, sessionId: string): SessionPlan {
  const row = db
    .prepare<[string], { protocol: string | null; cautions: string }>(
      `SELECT protocol_json AS protocol, cautions_json AS cautions FROM session_plans
       WHERE session_key = (SELECT key FROM sessions WHERE id = ?)`,
    )
    .get(sessionId);
  if (!row) return { protocol: null, cautions: [] };
  return {
    protocol: row.protocol === null ? null : (JSON.parse(row.protocol) as Protocol),
    cautions: JSON.parse(row.cautions) as Caution[],
  };
}

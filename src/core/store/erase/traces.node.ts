import { IDS_OF_CHILD } from '../people/child-words.node.ts';
import type { ReadableDb } from '../store.node.ts';
import type { ErasureScope } from './erasure-scope.node.ts';

/** Entries of the audit log that tell, by ids, what was done to a child or a session: they stay, and name nobody. */
export function countEntriesOf(db: ReadableDb, { childId, sessionIds }: ErasureScope): number {
  return (
    db
      .prepare<{ childId: string | null; sessionIds: string }, number>(
        `WITH words AS (
           SELECT @childId AS word WHERE @childId IS NOT NULL
           UNION SELECT value FROM json_each(@sessionIds)
           UNION ${IDS_OF_CHILD}
         )
         SELECT count(*) FROM audit WHERE EXISTS (SELECT 1 FROM words WHERE instr(subject, word) > 0)`,
      )
      .pluck()
      .get({ childId, sessionIds: JSON.stringify(sessionIds) }) ?? 0
  );
}

/** How often something of these sessions was handed out as a file: reports, videos, exports of many. */
export function countHandedOut(db: ReadableDb, { sessionIds }: ErasureScope): number {
  return (
    db
      .prepare<{ sessionIds: string }, number>(
        `WITH ids AS (SELECT value AS id FROM json_each(@sessionIds)),
         orders AS (
           SELECT DISTINCT exports.id FROM exports, json_each(session_ids_json) AS each
           WHERE each.value IN (SELECT id FROM ids)
         )
         SELECT count(*) FROM audit
         WHERE ((action LIKE 'sessions.report %' OR action = 'videos.export')
                AND EXISTS (SELECT 1 FROM ids WHERE instr(subject, id) > 0))
            OR (action = 'exports.fetch' AND subject IN (SELECT id FROM orders))`,
      )
      .pluck()
      .get({ sessionIds: JSON.stringify(sessionIds) }) ?? 0
  );
}

import type { ChainedEntry } from '../security/audit-chain.node.ts';
import type { ReadableDb } from './store.node.ts';

/** Which entries are wanted; null does not ask. */
export interface AuditFilter {
  /** The name as it stands in the log. */
  readonly who: string | null;
  /** How the action begins: "sessions." for all of sessions. */
  readonly what: string | null;
  /** The child's code, in capitals or not: what was done to it, its consents, its sessions and what belongs to them. */
  readonly childCode: string | null;
  /** Moments in ISO 8601, the first included and the last not. */
  readonly fromIso: string | null;
  readonly untilIso: string | null;
}

/** Ids of everything that belongs to a child. */
const OF_CHILD = `
  WITH child AS (SELECT id, code FROM children WHERE code = @childCode COLLATE NOCASE),
  words AS (
    SELECT id AS word FROM child
    UNION SELECT consents.id FROM consents JOIN child ON child.id = consents.child_id
    UNION SELECT sessions.id FROM sessions JOIN child ON child.id = sessions.child_id
    UNION SELECT baselines.id FROM baselines JOIN child ON child.id = baselines.child_id
  )`;

/**
 * A page of the entries that a filter asks for, newest first.
 *
 * @param beforeSequence Entries older than this one; null for the newest.
 */
export function findAudit(
  db: ReadableDb,
  filter: AuditFilter,
  { beforeSequence, limit }: { readonly beforeSequence: number | null; readonly limit: number },
): ChainedEntry[] {
  const conditions = [
    'sequence < @before',
    ...(filter.who === null ? [] : ['user_name = @who COLLATE NOCASE']),
    ...(filter.what === null ? [] : ['substr(action, 1, length(@what)) = @what']),
    ...(filter.fromIso === null ? [] : ['at >= @fromIso']),
    ...(filter.untilIso === null ? [] : ['at < @untilIso']),
    ...(filter.childCode === null
      ? []
      : ['(subject = @childCode COLLATE NOCASE OR EXISTS (SELECT 1 FROM words WHERE instr(subject, word) > 0))']),
  ];
  return db
    .prepare<[Record<string, unknown>], ChainedEntry>(
      `${filter.childCode === null ? '' : OF_CHILD}
       SELECT sequence, at AS atIso, user_name AS userName, action, subject, previous_hash AS previousHash, hash
       FROM audit WHERE ${conditions.join(' AND ')} ORDER BY sequence DESC LIMIT @limit`,
    )
    .all({ ...filter, before: beforeSequence ?? Number.MAX_SAFE_INTEGER, limit });
}

/** Everybody who stands in the log, by name. */
export function auditNames(db: ReadableDb): string[] {
  return db.prepare<[], string>('SELECT DISTINCT user_name FROM audit ORDER BY user_name').pluck().all();
}

/** What an id of an entry stands for. */
interface NamedId {
  readonly id: string;
  readonly kind: 'child' | 'session' | 'consent' | 'baseline' | 'user';
  /** The child's code, or the user's name. */
  readonly name: string;
  /** When a session began; null for all else. */
  readonly startedAtIso: string | null;
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The ids in subjects of entries that something in the store is known by; others (exports, runs) are none of these. */
export function nameIds(db: ReadableDb, subjects: readonly string[]): NamedId[] {
  const ids = [...new Set(subjects.flatMap((subject) => subject.match(ID) ?? []))];
  return db
    .prepare<[string], NamedId>(
      `WITH wanted AS (SELECT value AS id FROM json_each(?))
       SELECT id, 'child' AS kind, code AS name, NULL AS startedAtIso FROM children WHERE id IN (SELECT id FROM wanted)
       UNION ALL SELECT sessions.id, 'session', code, started_at
         FROM sessions JOIN children ON children.id = child_id WHERE sessions.id IN (SELECT id FROM wanted)
       UNION ALL SELECT consents.id, 'consent', code, NULL
         FROM consents JOIN children ON children.id = child_id WHERE consents.id IN (SELECT id FROM wanted)
       UNION ALL SELECT baselines.id, 'baseline', code, NULL
         FROM baselines JOIN children ON children.id = child_id WHERE baselines.id IN (SELECT id FROM wanted)
       UNION ALL SELECT id, 'user', name, NULL FROM users WHERE id IN (SELECT id FROM wanted)`,
    )
    .all(JSON.stringify(ids));
}

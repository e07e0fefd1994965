import type { ReadableDb } from '../store.node.ts';
import type { ConsentScope } from './consent-scope.ts';
import { findConsent, listConsents, scopesHeld } from './consents.node.ts';

/** What a withdrawal would do, told before anybody does it. */
export interface WithdrawalAhead {
  readonly childId: string;
  /** The scopes that nothing else covers: they end. */
  readonly ends: ConsentScope[];
  /** The scopes of the consent that another one covers as well: nothing of them stops. */
  readonly goesOn: ConsentScope[];
  /** Sessions of the child that run and would stop. */
  readonly stopsSessions: number;
  /** What would be deleted for good. */
  readonly deletes: { readonly pictures: number; readonly videos: number; readonly baselines: number };
  /** Sessions of the child with their readings and notes, which stay: they were recorded while the family agreed. */
  readonly keepsSessions: number;
}

/** @returns Null for a consent that is not there. */
export function withdrawalAhead(db: ReadableDb, consentId: string, now: Date): WithdrawalAhead | null {
  const consent = findConsent(db, consentId);
  if (!consent) return null;
  const { childId } = consent;
  const consents = listConsents(db, childId);
  const others = scopesHeld(
    consents.filter(({ id }) => id !== consentId),
    now,
  );
  const ends = consent.scopes.filter((scope) => !others.includes(scope));
  const count = (sql: string) => db.prepare<[string], number>(sql).pluck().get(childId)!;
  const ofSessions = 'session_key IN (SELECT key FROM sessions WHERE child_id = ?)';
  const ifEnds = (scope: ConsentScope, sql: string) => (ends.includes(scope) ? count(sql) : 0);
  return {
    childId,
    ends,
    goesOn: consent.scopes.filter((scope) => others.includes(scope)),
    stopsSessions: ifEnds('monitor', "SELECT count(*) FROM sessions WHERE child_id = ? AND state = 'running'"),
    deletes: {
      pictures: ifEnds('keep-crops', `SELECT count(*) FROM crops WHERE ${ofSessions}`),
      videos: ifEnds('keep-video', `SELECT count(*) FROM videos WHERE ${ofSessions}`),
      baselines: ifEnds('keep-baseline', 'SELECT count(*) FROM baselines WHERE child_id = ?'),
    },
    keepsSessions: count('SELECT count(*) FROM sessions WHERE child_id = ?'),
  };
}

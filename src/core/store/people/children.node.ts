import { randomUUID } from 'node:crypto';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';
import type { ConsentScope } from './consent-scope.ts';
import { type Consent, consentsByChild, listConsents, scopesHeld } from './consents.node.ts';

export interface Child {
  readonly id: string;
  /** Pseudonymous; never a name. */
  readonly code: string;
  /** yyyy-mm */
  readonly birthMonth: string;
  /** The scopes that hold on the day of asking. */
  readonly consentedScopes: ConsentScope[];
  /** Newest first, also those that ended. */
  readonly consents: Consent[];
}

type ChildRow = Pick<Child, 'id' | 'code' | 'birthMonth'>;

const COLUMNS = 'children.id, code, birth_month AS birthMonth';

/** All children by code, with what holds for them at `now`. */
export function listChildren(db: ReadableDb, now: Date): Child[] {
  const rows = db.prepare<[], ChildRow>(`SELECT ${COLUMNS} FROM children ORDER BY code COLLATE NOCASE`).all();
  return withConsentsOf(db, rows, now);
}

/** Those children, in that order; who is not there is left out. */
export function childrenOf(db: ReadableDb, childIds: readonly string[], now: Date): Child[] {
  const rows = db
    .prepare<[string], ChildRow>(
      `SELECT ${COLUMNS} FROM children JOIN json_each(?) AS wanted ON wanted.value = children.id ORDER BY wanted.key`,
    )
    .all(JSON.stringify(childIds));
  return withConsentsOf(db, rows, now);
}

export function findChild(db: ReadableDb, childId: string, now: Date): Child | null {
  const row = db.prepare<[string], ChildRow>(`SELECT ${COLUMNS} FROM children WHERE id = ?`).get(childId);
  return row ? withConsents(db, row, now) : null;
}

/** Codes are compared without regard to capitals. */
export function addChild(
  db: WritableDb,
  { code, birthMonth, now }: { code: string; birthMonth: string; now: Date },
): { kind: 'added'; child: Child } | { kind: 'code-taken' } {
  return inTransaction(db, () => {
    if (db.prepare('SELECT 1 FROM children WHERE code = ?').get(code)) return { kind: 'code-taken' };
    const id = randomUUID();
    const result = db
      .prepare('INSERT INTO children (id, code, birth_month, added_at) VALUES (?, ?, ?, ?)')
      .run(id, code, birthMonth, now.toISOString());
    assertOneChanged(result, 'adding a child');
    return { kind: 'added', child: { id, code, birthMonth, consentedScopes: [], consents: [] } };
  });
}

function withConsents(db: ReadableDb, row: ChildRow, now: Date): Child {
  const consents = listConsents(db, row.id);
  return { ...row, consents, consentedScopes: scopesHeld(consents, now) };
}

/** The same for many at once, whose consents are read together. */
function withConsentsOf(db: ReadableDb, rows: readonly ChildRow[], now: Date): Child[] {
  const byChild = consentsByChild(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const consents = byChild.get(row.id) ?? [];
    return { ...row, consents, consentedScopes: scopesHeld(consents, now) };
  });
}

import { randomUUID } from 'node:crypto';
import type { Role } from '../../security/roles.ts';
import { assertOneChanged } from '../assert-changed.node.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store.node.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** People who can sign in, by name. */
export function listUsers(db: ReadableDb): User[] {
  return db
    .prepare<[], User>('SELECT id, name, role FROM users WHERE removed_at IS NULL ORDER BY name COLLATE NOCASE')
    .all();
}

/** Who can sign in under the name, capitals apart; null when nobody can. */
export function findUserByName(db: ReadableDb, name: string): User | null {
  return (
    db
      .prepare<[string], User>('SELECT id, name, role FROM users WHERE name = ? COLLATE NOCASE AND removed_at IS NULL')
      .get(name) ?? null
  );
}

/** Also finds nobody who was removed. */
export function findUser(db: ReadableDb, userId: string): User | null {
  return (
    db.prepare<[string], User>('SELECT id, name, role FROM users WHERE id = ? AND removed_at IS NULL').get(userId) ??
    null
  );
}

export function addUser(
  db: WritableDb,
  { id = randomUUID(), name, role }: { id?: string; name: string; role: Role },
): { kind: 'added'; user: User } | { kind: 'name-taken' } {
  return inTransaction(db, () => {
    if (findUserByName(db, name)) return { kind: 'name-taken' };
    const user: User = { id, name, role };
    const result = db.prepare('INSERT INTO users (id, name, role) VALUES (@id, @name, @role)').run(user);
    assertOneChanged(result, 'adding a user');
    return { kind: 'added', user };
  });
}

/** Takes away the right to sign in; sessions and markers keep naming the person. */
export function removeUser(
  db: WritableDb,
  { userId, now }: { userId: string; now: Date },
): { kind: 'removed'; user: User } | { kind: 'not-found' } | { kind: 'last-administrator' } {
  return inTransaction(db, () => {
    const user = findUser(db, userId);
    if (!user) return { kind: 'not-found' };
    const administrators = listUsers(db).filter((each) => each.role === 'administrator');
    if (user.role === 'administrator' && administrators.length === 1) return { kind: 'last-administrator' };
    const result = db.prepare('UPDATE users SET removed_at = ? WHERE id = ?').run(now.toISOString(), userId);
    assertOneChanged(result, 'removing a user');
    return { kind: 'removed', user };
  });
}

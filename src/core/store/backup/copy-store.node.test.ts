import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendAudit } from '../audit.node.ts';
import { addUser } from '../people/users.node.ts';
import { appendBatch } from '../sessions/samples.node.ts';
import { closeStore, inTransaction, openReader, openStore, type WritableDb } from '../store.node.ts';
import { KEY, NOW, newFolder, newSession, newStore, sampleAt } from '../testing/new-store.node.ts';
import { copyStore, countRows } from './copy-store.node.ts';

function fill(db: WritableDb, childId: string, userId: string): void {
  const sessionId = newSession(db, childId, userId);
  for (let batch = 0; batch < 20; batch += 1) {
    const samples = Array.from({ length: 7 }, (_, index) => sampleAt(batch * 500 + index * 60));
    appendBatch(db, { sessionId, batch, samples, gaps: [], atMs: (batch + 1) * 500 });
    appendAudit(db, { now: NOW, userName: 'Ann', action: 'sessions.start', subject: sessionId });
  }
}

test('a copy of a store in use has all its rows, its log and its key, and shows nothing', () => {
  using store = newStore();
  using folder = newFolder();
  fill(store.db, store.childId, store.userId);
  const copy = join(folder.dir, 'copy.db');
  const reader = openReader(store.file, KEY);
  try {
    const checked = copyStore(reader, copy, KEY);
    const rows = [...countRows(store.db).values()].reduce((sum, each) => sum + each, 0);
    expect(checked).toMatchObject({ rows, tables: countRows(store.db).size, head: { entries: 20 } });
    // It stays what it was while the store goes on.
    addUser(store.db, { name: 'Bo', role: 'ward' });
    const opened = openStore(copy, KEY);
    expect(countRows(opened).get('users')).toBe(1);
    closeStore(opened);
  } finally {
    closeStore(reader as WritableDb);
  }
  const bytes = readFileSync(copy);
  for (const secret of ['KID-7', 'Ann', 'CREATE TABLE', 'SQLite format 3']) {
    expect(bytes.includes(secret), secret).toBe(false);
  }
});

test('what is not yet committed is not in it', () => {
  using store = newStore();
  using folder = newFolder();
  const reader = openReader(store.file, KEY);
  try {
    inTransaction(store.db, () => {
      addUser(store.db, { name: 'Bo', role: 'ward' });
      copyStore(reader, join(folder.dir, 'copy.db'), KEY);
    });
  } finally {
    closeStore(reader as WritableDb);
  }
  const copy = openReader(join(folder.dir, 'copy.db'), KEY);
  expect(countRows(copy).get('users')).toBe(1);
  closeStore(copy as WritableDb);
});

test('a copy that cannot be read is not left about', () => {
  using store = newStore();
  using folder = newFolder();
  const file = join(folder.dir, 'copy.db');
  const another = KEY.map((byte) => byte ^ 1);
  expect(() => copyStore(store.db, file, another)).toThrow();
  expect(existsSync(file)).toBe(false);
});

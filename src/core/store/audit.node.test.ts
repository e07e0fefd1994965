import { expect, test } from 'vitest';
import { appendAudit, listAudit, verifyAudit } from './audit.node.ts';
import { NOW, newStore } from './testing/new-store.node.ts';

test('entries are chained, listed newest first and in pages', () => {
  using store = newStore();
  expect(verifyAudit(store.db)).toMatchObject({ kind: 'intact', entries: 0 });
  const entries = ['one', 'two', 'three'].map((subject) =>
    appendAudit(store.db, { now: NOW, userName: 'Ann', action: 'sessions.start', subject }),
  );
  expect(listAudit(store.db, { beforeSequence: null, limit: 2 })).toEqual([entries[2], entries[1]]);
  expect(listAudit(store.db, { beforeSequence: 2, limit: 2 })).toEqual([entries[0]]);
  expect(verifyAudit(store.db)).toEqual({ kind: 'intact', entries: 3, lastHash: entries[2]?.hash });
});

test('an entry can be neither changed nor removed, and a store whose guards were taken away shows it', () => {
  using store = newStore();
  for (const subject of ['one', 'two', 'three']) {
    appendAudit(store.db, { now: NOW, userName: 'Ann', action: 'sessions.start', subject });
  }
  const change = "UPDATE audit SET subject = 'another' WHERE sequence = 2";
  expect(() => store.db.prepare(change).run()).toThrow('the audit log is append-only');
  expect(() => store.db.prepare('DELETE FROM audit').run()).toThrow('the audit log is append-only');
  store.db.prepare('DROP TRIGGER audit_no_update').run();
  store.db.prepare(change).run();
  expect(verifyAudit(store.db)).toMatchObject({ kind: 'broken', atSequence: 2 });
});

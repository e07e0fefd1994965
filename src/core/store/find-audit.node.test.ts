import { expect, test } from 'vitest';
import { appendAudit } from './audit.node.ts';
import { type AuditFilter, auditNames, findAudit, nameIds } from './find-audit.node.ts';
import { addChild } from './people/children.node.ts';
import { expectKind, NOW, newSession, newStore } from './testing/new-store.node.ts';

const ALL: AuditFilter = { who: null, what: null, childCode: null, fromIso: null, untilIso: null };

function storeWithLog() {
  const store = newStore();
  const { db, childId, userId } = store;
  const sessionId = newSession(db, childId, userId);
  const { child: other } = expectKind(addChild(db, { code: 'KID-70', birthMonth: '2018-01', now: NOW }), 'added');
  const entries = [
    ['Ann', 'site.signIn', '', 0],
    ['Ann', 'sessions.start', sessionId, 1],
    ['Bo', 'sessions.report pdf', `${sessionId} as 7b1d2c1e-4c07-4c0e-9d0c-6b7c2f7d9a10`, 2],
    ['Bo', 'children.list', '', 3],
    ['Bo', 'baselines.list', other.id, 4],
    ['Ann', 'children.add', 'KID-7', 5],
  ] as const;
  for (const [userName, action, subject, hours] of entries) {
    appendAudit(db, { userName, action, subject, now: new Date(NOW.getTime() + hours * 3_600_000) });
  }
  const found = (filter: Partial<AuditFilter>) =>
    findAudit(db, { ...ALL, ...filter }, { beforeSequence: null, limit: 10 }).map(({ sequence }) => sequence);
  return Object.assign(store, { sessionId, otherId: other.id, found });
}

test('entries are found by who, what, which child and when, alone and together', () => {
  using store = storeWithLog();
  const { found } = store;
  expect(found({})).toEqual([6, 5, 4, 3, 2, 1]);
  expect(found({ who: 'bo' })).toEqual([5, 4, 3]);
  expect(found({ what: 'sessions.' })).toEqual([3, 2]);
  expect(found({ childCode: 'kid-7' })).toEqual([6, 3, 2]);
  expect(found({ childCode: 'KID-70' })).toEqual([5]);
  expect(found({ childCode: 'KID-8' })).toEqual([]);
  const at = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
  expect(found({ fromIso: at(1), untilIso: at(3) })).toEqual([3, 2]);
  expect(found({ who: 'Bo', childCode: 'KID-7' })).toEqual([3]);
  expect(found({ what: "' OR 1 = 1 --" })).toEqual([]);
  expect(auditNames(store.db)).toEqual(['Ann', 'Bo']);
});

test('ids are told by the code of their child, or the name of their user', () => {
  using store = storeWithLog();
  const { db, sessionId, childId, userId } = store;
  const named = nameIds(db, [`${sessionId} as 7b1d2c1e-4c07-4c0e-9d0c-6b7c2f7d9a10`, childId, `${userId} as ward`]);
  expect(named).toEqual([
    { id: childId, kind: 'child', name: 'KID-7', startedAtIso: null },
    { id: sessionId, kind: 'session', name: 'KID-7', startedAtIso: NOW.toISOString() },
    { id: userId, kind: 'user', name: 'Ann', startedAtIso: null },
  ]);
  expect(nameIds(db, [])).toEqual([]);
});

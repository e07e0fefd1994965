import { expect, test } from 'vitest';
import { addModel } from '../lab/models.node.ts';
import { startSession, stopSession } from '../sessions/sessions.node.ts';
import { setAside } from '../sessions/set-aside.node.ts';
import { BASE_MODEL, consentFor, expectKind, NOW, newStore } from '../testing/new-store.node.ts';
import { addChild, listChildren } from './children.node.ts';
import { grantConsent, withdrawConsent } from './consents.node.ts';
import { type ChildFilter, childPage, childrenToday, countEndingSoon, listChildCodes } from './find-children.node.ts';

/** NOW is 5 March 2026: A_1 holds to 31 March, A-2 to 19 March, A%3 ended, A-4 was withdrawn, B-5 may only be trained on. */
function fiveChildren() {
  const store = newStore();
  store.db.prepare('DELETE FROM children').run();
  const add = (code: string) => {
    const { child } = expectKind(addChild(store.db, { code, birthMonth: '2019-02', now: NOW }), 'added');
    return child.id;
  };
  const ids = ['A_1', 'A-2', 'A%3', 'a-4', 'B-5'].map(add) as [string, string, string, string, string];
  const grant = (childId: string, more: object = {}) =>
    expectKind(grantConsent(store.db, { ...consentFor(childId), ...more }), 'granted').consent.id;
  grant(ids[0]);
  grant(ids[1], { untilDate: '2026-03-10' });
  grant(ids[1], { untilDate: '2026-03-19' });
  grant(ids[2], { now: new Date('2026-02-01T12:00:00'), untilDate: '2026-03-04' });
  withdrawConsent(store.db, { consentId: grant(ids[3]), now: NOW });
  grant(ids[4], { scopes: ['train'] });
  const find = (filter: Partial<ChildFilter>, page = 0, pageSize = 10) => {
    const found = childPage(store.db, { code: '', show: null, ...filter }, { page, pageSize, now: NOW });
    return [found.children.map(({ code }) => code).join(' '), found.total];
  };
  return { ...store, ids, find, [Symbol.dispose]: () => store[Symbol.dispose]() };
}

test('children are found by part of their code, in capitals or not, and by what holds today', () => {
  using site = fiveChildren();
  expect(site.find({})).toEqual(['A%3 A-2 a-4 A_1 B-5', 5]);
  expect(site.find({}, 1, 2)).toEqual(['a-4 A_1', 5]);
  expect(site.find({ code: 'A-' })).toEqual(['A-2 a-4', 2]);
  expect(site.find({ show: 'may-be-watched' })).toEqual(['A-2 A_1', 2]);
  expect(site.find({ show: 'ends-soon' })).toEqual(['A-2', 1]);
  expect(site.find({ show: 'no-consent' })).toEqual(['A%3 a-4 B-5', 3]);
  expect(site.find({ show: 'no-consent', code: 'b' })).toEqual(['B-5', 1]);
  expect(countEndingSoon(site.db, NOW)).toBe(1);
  const { children } = childPage(site.db, { code: '', show: null }, { page: 0, pageSize: 10, now: NOW });
  expect(children).toEqual(listChildren(site.db, NOW));
  expect(listChildCodes(site.db).map(({ code }) => code)).toEqual(children.map(({ code }) => code));
});

test('signs that SQL takes for many are looked for as they are', () => {
  using site = fiveChildren();
  expect(site.find({ code: '%' })).toEqual(['A%3', 1]);
  expect(site.find({ code: '_' })).toEqual(['A_1', 1]);
  expect(site.find({ code: '\\' })).toEqual(['', 0]);
});

test('today lists who may be watched, with the last session that is theirs, latest first', () => {
  using site = fiveChildren();
  addModel(site.db, BASE_MODEL);
  const today = (code = '') => childrenToday(site.db, { code }, { page: 0, pageSize: 25, now: NOW });
  expect(today()).toEqual({
    total: 2,
    children: [
      { id: site.ids[1], code: 'A-2', untilDate: '2026-03-19', lastSession: null },
      { id: site.ids[0], code: 'A_1', untilDate: '2026-03-31', lastSession: null },
    ],
  });
  const start = (at: Date) => {
    const options = { childId: site.ids[0], modelId: 'base', source: 'webcam' as const, startedBy: site.userId };
    const { id } = expectKind(startSession(site.db, { ...options, now: at }), 'started').session;
    stopSession(site.db, { sessionId: id, durationMs: 60_000 });
    return id;
  };
  const first = start(NOW);
  const second = start(new Date(NOW.getTime() + 1000));
  const last = { id: second, durationMs: 60_000, state: 'stopped' };
  expect(today().children.map(({ code }) => code)).toEqual(['A_1', 'A-2']);
  expect(today().children[0]?.lastSession).toMatchObject(last);
  setAside(site.db, { sessionId: second, reason: 'another child', by: site.userId, now: NOW });
  expect(today().children[0]?.lastSession).toMatchObject({ id: first });
  expect(today('a-').children.map(({ code }) => code)).toEqual(['A-2']);
});

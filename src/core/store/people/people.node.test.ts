import { expect, test } from 'vitest';
import { consentFor, expectKind, NOW, newStore } from '../testing/new-store.node.ts';
import { addChild, findChild, listChildren } from './children.node.ts';
import { grantConsent, listConsents } from './consents.node.ts';
import { addUser, findUserByName, listUsers, removeUser } from './users.node.ts';

test('a name belongs to one person at a time, capitals apart', () => {
  using store = newStore();
  expect(addUser(store.db, { name: 'ANN', role: 'ward' }).kind).toBe('name-taken');
  const bo = expectKind(addUser(store.db, { name: 'Bo', role: 'reviewer' }), 'added').user;
  expect(findUserByName(store.db, 'bO')).toEqual(bo);
  expect(removeUser(store.db, { userId: bo.id, now: NOW })).toEqual({ kind: 'removed', user: bo });
  expect(findUserByName(store.db, 'Bo')).toBeNull();
  expect(removeUser(store.db, { userId: bo.id, now: NOW }).kind).toBe('not-found');
  expect(addUser(store.db, { name: 'Bo', role: 'ward' }).kind).toBe('added');
});

test('the last administrator stays', () => {
  using store = newStore();
  expect(removeUser(store.db, { userId: store.userId, now: NOW })).toEqual({ kind: 'last-administrator' });
  addUser(store.db, { name: 'Bo', role: 'administrator' });
  expect(removeUser(store.db, { userId: store.userId, now: NOW }).kind).toBe('removed');
  expect(listUsers(store.db).map(({ name }) => name)).toEqual(['Bo']);
});

test('a child has one code and the scopes that hold that day', () => {
  using store = newStore();
  expect(addChild(store.db, { code: 'kid-7', birthMonth: '2020-01', now: NOW }).kind).toBe('code-taken');
  grantConsent(store.db, { ...consentFor(store.childId, ['train', 'monitor']), untilDate: '2026-03-06' });
  grantConsent(store.db, { ...consentFor(store.childId, ['keep-crops']), untilDate: '2026-03-05' });
  const scopesOn = (iso: string) => findChild(store.db, store.childId, new Date(iso))?.consentedScopes;
  expect(scopesOn('2026-03-05T23:59:00')).toEqual(['monitor', 'keep-crops', 'train']);
  expect(scopesOn('2026-03-06T00:01:00')).toEqual(['monitor', 'train']);
  expect(scopesOn('2026-03-07T00:01:00')).toEqual([]);
  expect(listChildren(store.db, NOW).map(({ code, consents }) => [code, consents.length])).toEqual([['KID-7', 2]]);
  expect(findChild(store.db, 'nobody', NOW)).toBeNull();
});

test('a consent is stored as it was given', () => {
  using store = newStore();
  const given = consentFor(store.childId, ['share-weights', 'monitor']);
  const { consent } = expectKind(grantConsent(store.db, given), 'granted');
  expect(listConsents(store.db, store.childId)).toEqual([consent]);
  expect(consent).toMatchObject({
    scopes: ['monitor', 'share-weights'],
    givenBy: 'mother',
    childAssented: true,
    fromIso: NOW.toISOString(),
    untilDate: '2026-03-31',
    withdrawnAtIso: null,
  });
  expect(grantConsent(store.db, { ...given, untilDate: '2026-03-04' }).kind).toBe('already-over');
  expect(grantConsent(store.db, { ...given, childId: 'nobody' }).kind).toBe('no-such-child');
});

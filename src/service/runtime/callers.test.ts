import { expect, test } from 'vitest';
import { createCallers } from './callers.ts';

test('callers have states of their own, and one that was disconnected has none', () => {
  const callers = createCallers(() => 0);
  const [a, b] = [callers.add(), callers.add()];
  expect(a).not.toEqual(b);
  expect(callers.of(a)).not.toBe(callers.of(b));
  expect(callers.of(a)).toMatchObject({ userId: null, isLocked: false, seen: new Set() });
  callers.remove(a);
  expect(() => callers.of(a)).toThrow(new RangeError(`a connected caller was expected; caller ${a.id} is not`));
  expect(callers.of(b).userId).toBeNull();
  callers.remove(b);
  const after = callers.add();
  expect([a.id, b.id], 'a number is not given twice').not.toContain(after.id);
});

test('somebody is signed in from signing in to signing out', () => {
  const callers = createCallers(() => 0);
  const [a, b] = [callers.of(callers.add()), callers.of(callers.add())];
  expect(callers.anybodySignedIn()).toBe(false);
  callers.signIn(b, 'ann');
  expect([a.userId, b.userId]).toEqual([null, 'ann']);
  expect(callers.anybodySignedIn()).toBe(true);
  callers.signOut(b);
  expect(b.userId).toBeNull();
  expect(callers.anybodySignedIn()).toBe(false);
});

test('a user is signed out wherever they are, and nobody else; or everybody is', () => {
  const callers = createCallers(() => 0);
  const all = ['ann', 'bo', 'ann'].map((userId) => {
    const state = callers.of(callers.add());
    callers.signIn(state, userId);
    return state;
  });
  callers.signOutUser('ann');
  expect(all.map(({ userId }) => userId)).toEqual([null, 'bo', null]);
  callers.signOutUser(null);
  expect(callers.anybodySignedIn()).toBe(false);
});

test('what somebody has looked at is forgotten when they leave, and when somebody else comes', () => {
  const callers = createCallers(() => 0);
  const state = callers.of(callers.add());
  const leave = [() => callers.signOut(state), () => callers.signIn(state, 'bo'), () => callers.signOutUser('ann')];
  for (const each of leave) {
    callers.signIn(state, 'ann');
    state.seen.add('session 1');
    each();
    expect(state.seen.size).toBe(0);
  }
});

test('somebody is unused who has called nothing for long, and has no call under way', () => {
  let uptimeMs = 0;
  const callers = createCallers(() => uptimeMs);
  const [a, b, c] = [callers.add(), callers.add(), callers.add()].map((each) => callers.of(each));
  callers.signIn(a!, 'ann');
  callers.signIn(b!, 'bea');
  b!.underWay = 1;
  uptimeMs = 100;
  expect(callers.unused(101)).toEqual([]);
  expect(callers.unused(100), 'nobody is signed in on the third').toEqual([a]);
  a!.usedAtMs = 1;
  expect(callers.unused(100)).toEqual([]);
  b!.underWay = 0;
  expect([callers.unused(100), c!.userId]).toEqual([[b], null]);
});

test('files that were begun are left when somebody signs out or the caller goes', () => {
  const left: string[] = [];
  const callers = createCallers(
    () => 0,
    (files) => left.push(...files),
  );
  const [one, other] = [callers.add(), callers.add()];
  callers.signIn(callers.of(one), 'ann');
  callers.of(one).begunFiles.add('a');
  callers.signOut(callers.of(one));
  callers.signOut(callers.of(one));
  expect(left).toEqual(['a']);
  callers.of(other).begunFiles.add('b');
  callers.remove(other);
  expect(left).toEqual(['a', 'b']);
});

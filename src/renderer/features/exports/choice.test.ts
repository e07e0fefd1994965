import { expect, test } from 'vitest';
import type { Session } from '../../../contract/sessions.ts';
import { childrenOf, NO_FILTER, shownSessions } from './choice.ts';

function session(id: string, childCode: string, at: Date, state: Session['state'] = 'stopped'): Session {
  return { id, childId: `id of ${childCode}`, childCode, startedAtIso: at.toISOString(), state } as Session;
}

const ALL = [
  session('a', 'KID-2', new Date(2026, 2, 5, 0, 5)),
  session('b', 'KID-1', new Date(2026, 2, 6, 23, 55)),
  session('c', 'KID-2', new Date(2026, 2, 7, 12, 0), 'recovered'),
  session('d', 'KID-2', new Date(2026, 2, 7, 13, 0), 'running'),
];
const ids = (list: Session[]) => list.map(({ id }) => id).join('');

test('sessions that have ended are shown, newest first, by child and by days on this machine’s calendar', () => {
  expect(ids(shownSessions(ALL, NO_FILTER))).toBe('cba');
  expect(ids(shownSessions(ALL, { ...NO_FILTER, childId: 'id of KID-2' }))).toBe('ca');
  expect(ids(shownSessions(ALL, { ...NO_FILTER, fromDay: '2026-03-06' }))).toBe('cb');
  expect(ids(shownSessions(ALL, { childId: null, fromDay: '2026-03-05', untilDay: '2026-03-06' }))).toBe('ba');
});

test('each child is offered once, by code', () => {
  expect(childrenOf(ALL).map(({ label }) => label)).toEqual(['KID-1', 'KID-2']);
});

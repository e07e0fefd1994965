import { expect, it } from 'vitest';
import { EVENTS, type EventName, METHODS } from '../../contract/contract.ts';
import { isStaleAfter } from './stale-after.ts';

const READS = Object.keys(METHODS).filter((name) => /\.(list|get|timeline|card|status)$/.test(name));

it('asks again for every list when what it lists has changed', () => {
  expect(READS.filter((name) => isStaleAfter('children.changed', name)).toSorted()).toEqual([
    'audit.list',
    'children.list',
    // How many images of whom a run may use.
    'datasets.list',
    // Which of the models learned from a child who may not be trained on any more.
    'models.card',
    'models.list',
    // Whose pictures may be judged.
    'ratings.list',
  ]);
  expect(READS.filter((name) => isStaleAfter('sessions.changed', name))).toContain('sessions.timeline');
  // It says what was seen of each child last.
  expect(isStaleAfter('sessions.changed', 'children.today')).toBe(true);
  expect(READS.filter((name) => isStaleAfter('runs.log', name))).toEqual([]);
});

it('leaves no list that nothing makes old', () => {
  const events = Object.keys(EVENTS) as EventName[];
  expect(READS.filter((name) => !events.some((event) => isStaleAfter(event, name)))).toEqual([]);
});

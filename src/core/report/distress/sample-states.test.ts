import { expect, test } from 'vitest';
import type { DistressStretch } from '../../timeline/timeline-schema.ts';
import { samplesOf } from '../testing/document-of.ts';
import { heldStretches, statesBySecond, statesOf } from './sample-states.ts';

const stretch = (state: DistressStretch['state'], fromMs: number, toMs: number): DistressStretch => ({
  state,
  fromMs,
  toMs,
  meanDistress: 0.5,
});
const said = {
  distress: [
    stretch('not-sure', 0, 1000),
    stretch('likely', 1000, 1750),
    stretch('not-sure', 4000, 4500),
    stretch('not-seen', 5000, 5000),
  ],
};
const times = [0, 500, 1000, 1500, 4000, 4250, 5000];
const samplesAt = (...all: number[]) => samplesOf(all.map((atMs) => ({ atMs, emotion: 0 })));
const samples = samplesAt(...times);

test('each sample has what was said at it, also one that counts for no time', () => {
  expect(times.map(statesOf(said))).toEqual([
    'not-sure',
    'not-sure',
    'likely',
    'likely',
    'not-sure',
    'not-sure',
    'not-seen',
  ]);
  expect(heldStretches(said)).toHaveLength(3);
});

test('a second has what was said at most of its samples, the graver of two; one without a sample has nothing', () => {
  expect([...statesBySecond(said, samples)]).toEqual([
    [0, 'not-sure'],
    [1000, 'likely'],
    [4000, 'not-sure'],
    [5000, 'not-seen'],
  ]);
  const even = { distress: [stretch('not-seen', 0, 500), stretch('likely', 500, 1000)] };
  expect([...statesBySecond(even, samplesAt(0, 500)).values()]).toEqual(['likely']);
});

test('of a model that says nothing of distress nothing is said', () => {
  expect(times.map(statesOf({ distress: null }))).toEqual(Array(7).fill(null));
  expect(statesBySecond({ distress: null }, samples).size).toBe(0);
});

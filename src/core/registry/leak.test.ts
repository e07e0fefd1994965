import { expect, it } from 'vitest';
import { leaksBetweenSplits } from './leak.ts';

const config = (train: string[], val: string[], test: string[]) =>
  ({ split: { subjects: { train, val, test } } }) as unknown as Parameters<typeof leaksBetweenSplits>[0];

it('finds nobody in a sound split', () => {
  expect(leaksBetweenSplits(config(['a', 'b'], ['c'], ['d']))).toEqual([]);
});

it('names a subject of two splits and the two', () => {
  expect(leaksBetweenSplits(config(['a', 'b'], ['b'], ['a', 'd']))).toEqual([
    { subject: 'b', places: ['train', 'val'] },
    { subject: 'a', places: ['train', 'test'] },
  ]);
});

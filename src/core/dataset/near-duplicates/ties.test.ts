import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SubjectPair, subjectPairs, subjectsToLeaveOut, tieNearDuplicates } from './ties.ts';

const records = (...subjects: string[]) => subjects.map((subject) => ({ subject }));
const groupsOf = (tied: readonly { subject: string; splitGroup: string }[]) =>
  Object.fromEntries(tied.map(({ subject, splitGroup }) => [subject, splitGroup]));

describe('subjectPairs', () => {
  it('names each two subjects once, and no subject with itself', () => {
    const found = [
      [0, 1],
      [3, 0],
      [0, 2],
      [1, 4],
    ].map(([a, b]) => ({ a: a!, b: b!, correlation: 1 }));
    expect(subjectPairs({ subject: ['b', 'a', 'b', 'a', 'c'] }, found)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });
});

describe('tieNearDuplicates', () => {
  it('changes nothing without pairs', () => {
    const { records: tied, tiedSubjects, leaks } = tieNearDuplicates(records('a', 'b', 'a'), []);
    expect(tied).toEqual(['a', 'b', 'a'].map((subject) => ({ subject, splitGroup: subject })));
    expect([tiedSubjects, leaks]).toEqual([0, []]);
  });

  it('ties a chain into one group, and leaves out a subject that has no record', () => {
    const pairs: SubjectPair[] = [
      ['d', 'c'],
      ['b', 'c'],
      ['a', 'gone'],
    ];
    const { records: tied, tiedSubjects } = tieNearDuplicates(records('a', 'b', 'c', 'd'), pairs);
    expect(groupsOf(tied)).toEqual({ a: 'a', b: 'b', c: 'b', d: 'b' });
    expect(tiedSubjects).toBe(3);
  });

  it('gives the same groups in whatever order records and pairs come', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names));
    const shuffled = fc.shuffledSubarray(names, { minLength: names.length });
    fc.assert(
      fc.property(fc.array(pair), shuffled, (pairs, order) => {
        const one = tieNearDuplicates(records(...names), pairs);
        const other = tieNearDuplicates(records(...order), [...pairs].reverse());
        expect(groupsOf(other.records)).toEqual(groupsOf(one.records));
      }),
    );
  });

  it('lets a subject follow one whose dataset has placed it, and names those that were placed apart', () => {
    const placed = [
      { subject: 'a', split: 'train' },
      { subject: 'b', split: null },
      { subject: 'c', split: 'test' },
    ];
    const { records: tied, leaks } = tieNearDuplicates(placed, [
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect(groupsOf(tied)).toEqual({ a: 'a', b: 'a', c: 'c' });
    expect(leaks).toEqual([['b', 'c']]);
  });
});

describe('subjectsToLeaveOut', () => {
  it('takes the one that is furthest from the test', () => {
    const split = { train: records('a', 'b'), val: records('c'), test: records('d') };
    const leaks: SubjectPair[] = [
      ['a', 'd'],
      ['c', 'b'],
      ['c', 'd'],
    ];
    expect([...subjectsToLeaveOut(leaks, split)]).toEqual(['a', 'b', 'c']);
    expect(subjectsToLeaveOut([], split).size).toBe(0);
  });
});

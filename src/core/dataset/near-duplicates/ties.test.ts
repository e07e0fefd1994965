import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SubjectPair, subjectPairs, subjectsToLeaveOut, tieNearDuplicates } from './ties.ts';

const records = (...subjects: string[]) => subjects.map((subject) => ({ subject }));
const groupsOf = (tied: readonly { subject: string; splitGroup: string }[]) =>
  Object.fromEntries(tied.map(({ subject, splitGroup }) => [subject, splitGroup]));

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f'];
const somePairs: fc.Arbitrary<SubjectPair[]> = fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)));
/** One record of each, some of them placed by their dataset. */
const placedRecords = fc
  .tuple(...NAMES.map(() => fc.option(fc.constantFrom('train', 'test'))))
  .map((splits) => NAMES.map((subject, i) => ({ subject, split: splits[i]! })));

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

  it('gives them in alphabetical order, whichever was found first', () => {
    const found = [
      [2, 1],
      [1, 0],
    ].map(([a, b]) => ({ a: a!, b: b!, correlation: 1 }));
    expect(subjectPairs({ subject: ['a', 'b', 'c'] }, found)).toEqual([
      ['a', 'b'],
      ['b', 'c'],
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
      ['also gone', 'a'],
    ];
    const { records: tied, tiedSubjects } = tieNearDuplicates(records('a', 'b', 'c', 'd'), pairs);
    expect(groupsOf(tied)).toEqual({ a: 'a', b: 'b', c: 'b', d: 'b' });
    expect(tiedSubjects).toBe(3);
  });

  it('counts the two of a pair as tied, and one that is paired with itself as alone', () => {
    expect(
      tieNearDuplicates(records('a', 'b', 'c'), [
        ['a', 'b'],
        ['c', 'c'],
      ]).tiedSubjects,
    ).toBe(2);
  });

  it('gives the same groups and leaks in whatever order records and pairs come', () => {
    fc.assert(
      fc.property(somePairs, placedRecords, (pairs, all) => {
        const one = tieNearDuplicates(all, pairs);
        const other = tieNearDuplicates(all.toReversed(), pairs.toReversed());
        expect(groupsOf(other.records)).toEqual(groupsOf(one.records));
        expect(other.leaks).toEqual(one.leaks);
      }),
    );
  });

  it('ties whoever it may: a group has one split at most, and only pairs of two splits are left untied', () => {
    fc.assert(
      fc.property(somePairs, placedRecords, (pairs, all) => {
        const { records: tied, tiedSubjects, leaks } = tieNearDuplicates(all, pairs);
        const groupOf = groupsOf(tied);
        const splitsOf = (group: string) =>
          new Set(tied.filter(({ splitGroup }) => splitGroup === group).flatMap(({ split }) => split ?? []));
        for (const group of Object.values(groupOf)) expect(splitsOf(group).size).toBeLessThanOrEqual(1);
        const untied = pairs.filter(([a, b]) => groupOf[a] !== groupOf[b]);
        expect(new Set(leaks.map(String))).toEqual(new Set(untied.map(String)));
        for (const [a, b] of leaks) expect(splitsOf(groupOf[a]!)).not.toEqual(splitsOf(groupOf[b]!));
        const sizes = Object.values(groupOf).map(
          (group) => Object.values(groupOf).filter((each) => each === group).length,
        );
        expect(tiedSubjects).toBe(sizes.filter((size) => size > 1).length);
      }),
    );
  });

  it('keeps the split of a subject of whom another picture has none', () => {
    const placed = [
      { subject: 'a', split: 'train' },
      { subject: 'a', split: null },
      { subject: 'b', split: 'test' },
    ];
    expect(tieNearDuplicates(placed, [['a', 'b']]).leaks).toEqual([['a', 'b']]);
    expect(tieNearDuplicates(placed.toReversed(), [['a', 'b']]).leaks).toEqual([['a', 'b']]);
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

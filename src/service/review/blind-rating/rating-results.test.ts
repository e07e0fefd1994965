import { expect, test } from 'vitest';
import type { AnnotationLabel } from '../../../core/emotion/annotation.ts';
import type { Emotion } from '../../../core/emotion/emotion.ts';
import { ratingResults } from './rating-results.ts';

type Row = readonly [child: string, machine: Emotion | null, ...answers: (AnnotationLabel | null)[]];

const rated = (rows: readonly Row[]) =>
  rows.map(([childId, machine, ...answers]) => ({ childId, sessionId: 's', fromMs: 0, toMs: 1, machine, answers }));

const ROWS: readonly Row[] = [
  ['a', 'fear', 'fear', 'fear'],
  ['a', 'fear', 'fear', 'anger'],
  ['b', 'anger', 'anger', 'anger'],
  ['b', null, 'crying', 'crying'],
  ['c', 'happiness', 'unreadable', 'happiness'],
  ['c', 'sadness', 'crying', 'crying'],
  ['d', 'neutral', 'neutral', null],
];

test('two raters: what both gave a word to, by children, and the machine beside each and beside both', () => {
  const { comparisons, ...results } = ratingResults(rated(ROWS), ['Ann', 'Bo']);
  expect(results).toMatchObject({ stretches: 6, children: 3, unanswered: 1, together: null });
  expect(results.cannotTell).toEqual([
    { name: 'Ann', stretches: 1 },
    { name: 'Bo', stretches: 0 },
  ]);
  expect(results.words).toContainEqual({ word: 'fear', stretches: 2, children: 1 });
  expect(results.words).toContainEqual({ word: null, stretches: 1, children: 1 });

  const [people, ann, bo, both] = comparisons;
  // Of five, four alike; by chance 2/5 1/5 + 1/5 2/5 + 2/5 2/5 = 8/25: kappa (0.8 - 0.32) / 0.68.
  expect(people).toMatchObject({ a: { name: 'Ann' }, b: { name: 'Bo' }, stretches: 5, children: 3 });
  expect(people!.observed!.value).toBeCloseTo(0.8, 12);
  expect(people!.cohenKappa!.value).toBeCloseTo(0.48 / 0.68, 12);
  expect(people!.cells).toContainEqual({ a: 'fear', b: 'anger', stretches: 1 });
  // Crying is none of the machine's words: it differs, and counts.
  expect(ann).toMatchObject({ a: { kind: 'machine' }, b: { name: 'Ann' }, stretches: 4, observed: { value: 0.75 } });
  expect(bo).toMatchObject({ b: { name: 'Bo' }, stretches: 5, observed: { value: 0.6 } });
  expect(both).toMatchObject({ b: { kind: 'agreed' }, stretches: 3, children: 3 });
  expect(both!.observed!.value).toBeCloseTo(2 / 3, 12);
});

test('an interval is over children, and as wide as one child leaves it', () => {
  const one = ratingResults(rated(ROWS.map(([, ...rest]) => ['a', ...rest] as const)), ['Ann', 'Bo']);
  expect(one.comparisons[0]).toMatchObject({ observed: { low: 0, high: 1 }, cohenKappa: { low: -1, high: 1 } });
  const many = Array.from({ length: 40 }, (_, index): Row => {
    return [
      `child ${index}`,
      'fear',
      index % 2 ? 'fear' : 'anger',
      index % 8 === 0 ? 'fear' : index % 2 ? 'fear' : 'anger',
    ];
  });
  const { observed, cohenKappa } = ratingResults(rated(many), ['Ann', 'Bo']).comparisons[0]!;
  // Of 40 children 35 alike: the binomial's standard error is 0.0523.
  expect(observed!.high - observed!.low).toBeCloseTo(2 * 1.96 * 0.0523, 1);
  expect(cohenKappa!.low).toBeGreaterThan(0.4);
  expect(cohenKappa!.high).toBeLessThan(0.96);
});

test('three raters have an alpha together, also over stretches of which one could not tell', () => {
  const { together, comparisons } = ratingResults(
    rated([
      ['a', 'fear', 'fear', 'fear', 'unreadable'],
      ['b', 'anger', 'anger', 'anger', 'anger'],
      ['c', 'fear', 'unreadable', 'unreadable', 'fear'],
      ['d', 'fear', 'fear', 'anger', 'fear'],
    ]),
    ['Ann', 'Bo', 'Cy'],
  );
  // Coincidences: unit a 2 alike, b 3 alike, d 1 alike and 2 differing of 3; 4 fear, 4 anger of 8.
  expect(together).toMatchObject({ stretches: 3, children: 3 });
  expect(together!.observed!.value).toBeCloseTo(6 / 8, 12);
  expect(together!.alpha!.value).toBeCloseTo(1 - (7 * 2) / 32, 12);
  expect(comparisons.map(({ stretches }) => stretches)).toEqual([3, 2, 2, 3, 3, 3, 1]);
});

test('nothing answered by all is told as nothing', () => {
  const { stretches, comparisons } = ratingResults(rated([['a', 'fear', 'fear', null]]), ['Ann', 'Bo']);
  expect(stretches).toBe(0);
  expect(comparisons[0]).toMatchObject({ stretches: 0, observed: null, cohenKappa: null, cells: [] });
});

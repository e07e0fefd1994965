import { expect, it } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { evaluate } from './evaluation.ts';
import { confusionTable, figureText, groupTable, overallTable, subgroupRecallTable } from './evaluation-table.ts';

it('writes a figure with its interval, and a dash where there is none', () => {
  expect(figureText({ value: 0.7123, low: 0.64, high: 0.78051 })).toBe('0.712 [0.640, 0.781]');
  expect(figureText(null)).toBe('-');
});

/** One image of each emotion a subject, named right but for fear; one adult among three. */
function found() {
  const truth = Int8Array.from({ length: 21 }, (_, i) => i % 7);
  return evaluate(
    {
      probabilities: Float32Array.from(
        [...truth].flatMap((shown) => EMOTIONS.map((_, j) => (j === (shown === 2 ? 6 : shown) ? 0.7 : 0.05))),
      ),
      classes: EMOTIONS,
      truth,
      subject: [...truth].map((_, i) => `c${Math.floor(i / 7)}`),
      ageYears: [...truth].map(() => null),
      group: [...truth].map((_, i) => (i < 14 ? ('child' as const) : ('adult' as const))),
    },
    { threshold: 0.5, seed: 1, subjectsKnown: true, classes: ['fear', 'happiness', 'neutral'] },
  );
}

it('puts the baselines beside each figure that has one', () => {
  const { header, rows } = overallTable(found());
  expect(header.slice(-2)).toEqual(['majority class', 'stratified chance']);
  expect(rows.every((row) => row.length === header.length)).toBe(true);
  expect(rows[0]!.slice(-2)).toEqual(['0.333', '0.333']);
});

it('gives classes that were not counted a column and no row', () => {
  const { header, rows } = confusionTable(found());
  expect(header).toHaveLength(8);
  expect(rows.map(([name]) => name)).toEqual(['fear', 'happiness', 'neutral']);
});

it('tells groups apart where there is more than one', () => {
  const { byGroup, ...others } = found();
  expect(groupTable({ ...others, byGroup }).rows.map((row) => row.slice(0, 3))).toEqual([
    ['child', '6', '2'],
    ['adult', '3', '1'],
  ]);
  expect(groupTable({ ...others, byGroup: byGroup.slice(0, 1) }).rows).toEqual([]);
  const [child] = subgroupRecallTable(
    'who',
    byGroup.map((each) => ({ name: each.group, ...each })),
  ).rows;
  expect(child).toEqual(['child', '0.000 [0.000, 0.658] (2)', '1.000 [0.342, 1.000] (2)', '1.000 [0.342, 1.000] (2)']);
});

import { describe, expect, it } from 'vitest';
import { differenceByCount } from '../evaluation/interval-by-count.ts';
import { differenceText } from './answer.ts';
import { verdictOf } from './compare-regimes.ts';
import type { PlannedCell } from './learning-curves.ts';
import { learningCurvesSvg } from './learning-curves-svg.ts';
import { studyMarkdown, studyReport } from './study-report.ts';
import { type Hits, madeUpCells, madeUpPlan, madeUpTest } from './testing/made-up-study.ts';

const test = madeUpTest(40);

/** All children alike, all seeds alike: 10 of 20 named right by children alone. */
const flat =
  (change: Partial<Record<string, number>>): Hits =>
  ({ regime, learner }) =>
    10 + (change[`${learner} ${regime}`] ?? 0);

describe('studyReport', () => {
  it('finds a made-up difference exactly, and where children and seeds are all alike what their number allows', () => {
    const cells = madeUpCells(test, flat({ 'supcon adults-as-augmentations': 4, 'supcon mixed': -2 }));
    const { againstChildren, againstOtherWays, counts } = studyReport(madeUpPlan, cells, test);
    const of = (learner: string, regime: string) =>
      againstChildren.find((each) => each.learner === learner && each.regime === regime)!.overSizes!;
    const exactly = (value: number) => ({
      value: expect.closeTo(value, 10),
      low: expect.closeTo(differenceByCount(value, 40)[0], 10),
      high: expect.closeTo(differenceByCount(value, 40)[1], 10),
    });
    expect(of('supcon', 'adults-as-augmentations')).toMatchObject(exactly(0.2));
    expect(of('supcon', 'mixed')).toMatchObject(exactly(-0.1));
    expect(of('cross-entropy', 'mixed')).toMatchObject(exactly(0));
    expect(againstOtherWays.map(({ against, overSizes }) => [against, overSizes])).toMatchObject([
      ['mixed', exactly(0)],
      ['mixed', exactly(0.3)],
    ]);
    expect(counts).toEqual({ cells: 36, done: 36, failed: 0, open: 0 });
  });

  it('pairs by child: what makes one child hard for both cancels out of the difference, not of the figures', () => {
    const uneven: Hits = ({ regime }, subject) => 2 * (subject % 8) + (regime === 'mixed' ? 2 : 0);
    const { againstChildren, curves } = studyReport(madeUpPlan, madeUpCells(test, uneven), test);
    const { low, high } = againstChildren.find(({ regime }) => regime === 'mixed')!.overSizes!;
    const [least, most] = differenceByCount(0.1, 40);
    expect([low, high]).toEqual([expect.closeTo(least, 10), expect.closeTo(most, 10)]);
    const point = curves[0]!.estimate!;
    expect(point.high - point.low).toBeGreaterThan(0.12);
  });

  it('covers the seeds: a difference that only some seeds show has an interval from the least to the most', () => {
    const bySeed: Hits = ({ regime, seed }) => 10 + (regime === 'mixed' ? (seed - 2) * 4 : 0);
    const { againstChildren } = studyReport(madeUpPlan, madeUpCells(test, bySeed), test);
    // Means of three seeds drawn from -.2, 0, .2: all three alike in 1/27 of the draws, at both ends beyond 2.5 %.
    expect(againstChildren[0]!.overSizes).toMatchObject({
      value: expect.closeTo(0, 10),
      low: expect.closeTo(-0.2, 10),
      high: expect.closeTo(0.2, 10),
    });
  });

  it('compares only seeds that both regimes have, and counts what failed or has not run', () => {
    const cells = madeUpCells(test, ({ regime, seed }) => (regime === 'mixed' && seed === 3 ? 20 : 10));
    const without = cells.map((each): PlannedCell => {
      const { regime, seed, size } = each.cell;
      if (regime !== 'children' || seed !== 3) return each;
      if (size === 200) return { ...each, result: null };
      const failed = { kind: 'failed', id: 'x_1', code: 'collapsed', reason: 'all in one point' } as const;
      return { ...each, result: { ...failed, finishedAtIso: '2026-01-01T00:00:00.000Z' } };
    });
    const report = studyReport(madeUpPlan, without, test);
    expect(report.counts).toEqual({ cells: 36, done: 32, failed: 2, open: 2 });
    expect(report.againstChildren.every(({ bySize }) => bySize.every(({ seeds }) => seeds === 2))).toBe(true);
    expect(report.againstChildren[0]!.overSizes!.value).toBeCloseTo(0, 10);
    expect(report.failures[0]).toBe('x_1: collapsed: all in one point');
    const text = studyMarkdown(report, { title: 'Study', setting: ['one'], chart: 'c.svg' });
    expect(text).toContain('**The study is not finished: 2 of 36 cells have not run.**');
  });

  it('gives the same report for the same results', () => {
    const cells = madeUpCells(test, ({ seed, size }, subject) => (seed + size + subject * 7) % 20);
    expect(studyReport(madeUpPlan, cells, test)).toEqual(studyReport(madeUpPlan, cells, test));
  });
});

describe('the answer', () => {
  const answerFor = (hits: Hits) => studyReport(madeUpPlan, madeUpCells(test, hits), test).answer;

  it('says that adults help where the interval says so', () => {
    const answer = answerFor(flat({ 'supcon mixed': 4, 'supcon adults-as-augmentations': 4 }));
    expect(answer[0]).toBe(
      'Averaged over the sizes, adults helped in 2 of 4 pairs of a learner and a regime, hurt in 0, and in 2 it cannot be told.',
    );
    expect(answer).toContain(
      'supcon: mixed did better than children (+0.200 [+0.095, +0.270] in balanced accuracy, averaged over the sizes); ' +
        'by number of child images: better at 50 (+0.200), 200 (+0.200).',
    );
  });

  it('says that they hurt, and at which size', () => {
    const answer = answerFor(({ regime, size }) => (regime === 'children' ? 10 : size === 50 ? 6 : 10));
    expect(answer[1]).toBe(
      'cross-entropy: mixed did worse than children (-0.100 [-0.179, -0.004] in balanced accuracy, averaged over the sizes); ' +
        'by number of child images: worse at 50 (-0.200); cannot be told at 200.',
    );
  });

  it('says that it cannot be told when the children disagree', () => {
    const answer = answerFor(({ regime }, subject) => 10 + (regime === 'children' ? 0 : subject % 2 === 0 ? 4 : -4));
    expect(answer[0]).toContain('helped in 0 of 4');
    expect(answer[1]).toMatch(
      /^cross-entropy: whether mixed does better or worse than children cannot be told \(\+0\.000 \[-/,
    );
  });

  it('says nothing without pairs', () => {
    const cells = madeUpCells(test, () => 10).map((each) => ({ ...each, result: null }));
    expect(studyReport(madeUpPlan, cells, test).answer).toEqual([
      'No regime with adults and children alone are both done yet: nothing can be said.',
    ]);
  });

  it('never reads a direction out of an interval that holds 0', () => {
    const enough = { seeds: 3, subjects: 12 };
    expect(verdictOf({ value: 0.3, low: 0, high: 0.6 }, enough)).toBe('cannot be told');
    expect(verdictOf({ value: -0.3, low: -0.6, high: 0 }, enough)).toBe('cannot be told');
    expect(verdictOf({ value: 0.3, low: 0.001, high: 0.6 }, enough)).toBe('better');
    expect(verdictOf({ value: -0.3, low: -0.6, high: -0.001 }, enough)).toBe('worse');
    expect(differenceText({ value: -0.0001, low: -0.01, high: 0.01 })).toBe('-0.000 [-0.010, +0.010]');
  });
});

describe('too little to say anything', () => {
  const helps = flat({ 'supcon mixed': 4 });

  it('is one seed, or fewer than ten test children, however clear the interval', () => {
    const few = madeUpTest(9);
    const counted = (answer: readonly string[]) => answer[0];
    expect(counted(studyReport(madeUpPlan, madeUpCells(few, helps), few).answer)).toContain('helped in 0 of 4');
    const oneSeed = { ...madeUpPlan, seeds: [1] };
    const cells = madeUpCells(test, helps).filter(({ cell }) => cell.seed === 1);
    const report = studyReport(oneSeed, cells, test);
    expect(counted(report.answer)).toContain('helped in 0 of 4');
    expect(report.coverage).toContain('They do not cover the seed');
    expect(counted(studyReport(madeUpPlan, madeUpCells(test, helps), test).answer)).toContain('helped in 1 of 4');
  });
});

describe('learningCurvesSvg', () => {
  it('draws a mark for each point and a line for each scheme, and says in words what it shows', () => {
    const cells = madeUpCells(test, ({ size }, subject) => 8 + size / 50 + (subject % 5));
    const svg = learningCurvesSvg(madeUpPlan, studyReport(madeUpPlan, cells, test));
    expect(svg.match(/<path transform/g)).toHaveLength(2 * 3 * 2 + 3);
    expect(svg.match(/fill="none"/g)).toHaveLength(2 * 3);
    expect(svg).toContain('<title id="title">Learning curves</title>');
    expect(svg).not.toMatch(/NaN|undefined|href|<script/);
  });
});

import { expect, test } from 'vitest';
import { documentOf } from '../testing/document-of.ts';
import { timeTicks } from './time-axis.ts';
import { binTimeline } from './timeline-bins.ts';

test('the pieces together hold the time that the summary counts', () => {
  const { seconds, gaps, summary } = documentOf();
  for (const count of [1, 7, 400, 5000]) {
    const bins = binTimeline(seconds, gaps, summary.durationMs, count);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const binMs = summary.durationMs / count;
    expect(sum(bins.named) * binMs, `${count}`).toBeCloseTo(summary.usableMs - summary.notSureMs, 3);
    expect(sum(bins.notSure) * binMs, `${count}`).toBeCloseTo(summary.notSureMs, 3);
  }
});

test('a second that a gap cuts counts for the rest of it', () => {
  const { seconds } = documentOf();
  const gaps = [
    { fromMs: 2200, toMs: 2500, reason: 'blurred' as const },
    { fromMs: 2900, toMs: 3500, reason: 'paused' as const },
  ];
  const { named } = binTimeline(seconds, gaps, 60_000, 60);
  expect([1, 2, 3, 4].map((bin) => named[bin * 7 + 3])).toEqual(
    [1, 0.6, 0.5, 1].map((share) => expect.closeTo(share, 9)),
  );
});

test('a piece without a reading has no probabilities, the others the mean', () => {
  const { seconds, gaps, summary } = documentOf();
  const { probabilities } = binTimeline(seconds, gaps, summary.durationMs, 6);
  const happiness = Array.from({ length: 6 }, (_, bin) => Math.round(1000 * probabilities[bin * 7 + 3]!));
  expect(happiness).toEqual([700, 700, 700, Number.NaN, 143, 143]);
});

test('an axis has at most eleven ticks, in steps that people count in', () => {
  expect(timeTicks(60_000)).toEqual([0, 10, 20, 30, 40, 50, 60].map((seconds) => 1000 * seconds));
  expect(timeTicks(500)).toEqual([0]);
  expect(timeTicks(8 * 3_600_000)).toHaveLength(9);
  expect(timeTicks(900 * 3_600_000).length).toBeLessThanOrEqual(11);
});

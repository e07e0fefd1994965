import { expect, test } from 'vitest';
import { documentOf } from '../testing/document-of.ts';
import { timeTicks } from './time-ticks.ts';
import { binTimeline } from './timeline-bins.ts';

test('the pieces together hold the time that the summary counts', () => {
  const { samples, gaps, summary } = documentOf();
  for (const count of [1, 7, 420, 5000]) {
    const bins = binTimeline(samples, gaps, summary.durationMs, count);
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const binMs = summary.durationMs / count;
    expect(sum(bins.named) * binMs, `${count}`).toBeCloseTo(summary.usableMs - summary.notSureMs, 3);
    expect(sum(bins.notSure) * binMs, `${count}`).toBeCloseTo(summary.notSureMs, 3);
  }
});

test('a piece without a reading has no probability, the others the likeliest one', () => {
  const { samples, gaps, summary } = documentOf();
  const { confidence } = binTimeline(samples, gaps, summary.durationMs, 6);
  expect(Array.from(confidence, (value) => Math.round(1000 * value))).toEqual([700, 700, 700, Number.NaN, 143, 143]);
});

test('an axis has at most eleven ticks, in steps that people count in', () => {
  expect(timeTicks(60_000)).toEqual([0, 10, 20, 30, 40, 50, 60].map((seconds) => 1000 * seconds));
  expect(timeTicks(500)).toEqual([0]);
  expect(timeTicks(8 * 3_600_000)).toHaveLength(9);
  expect(timeTicks(900 * 3_600_000).length).toBeLessThanOrEqual(11);
});

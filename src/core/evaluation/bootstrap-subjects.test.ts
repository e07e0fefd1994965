import { describe, expect, it } from 'vitest';
import { bootstrapSubjects } from './bootstrap-subjects.ts';

/** Weighted mean of a value an image. */
const meanOf = (values: readonly number[]) => (weights: Float64Array) => {
  let sum = 0;
  let count = 0;
  for (const [i, weight] of weights.entries()) {
    sum += weight * values[i]!;
    count += weight;
  }
  return [sum / count];
};

describe('bootstrapSubjects', () => {
  const subject = Array.from({ length: 400 }, (_, i) => `s${i % 100}`);

  it('gives the interval of the normal approximation for a mean over many subjects', () => {
    const values = subject.map((_, i) => (((i % 100) * 61) % 100) / 99);
    const [figure] = bootstrapSubjects(meanOf(values), { subject, seed: 3, range: [0, 1] });
    const deviation = Math.sqrt(values.reduce((sum, v) => sum + (v - 0.5) ** 2, 0) / values.length);
    expect(figure!.value).toBeCloseTo(0.5, 6);
    // Within a tenth of the half width 1.96 deviation / sqrt(subjects): four images of a subject are not four subjects.
    const halfWidth = (1.96 * deviation) / Math.sqrt(100);
    expect(Math.abs(0.5 - halfWidth - figure!.low)).toBeLessThan(halfWidth / 10);
    expect(Math.abs(0.5 + halfWidth - figure!.high)).toBeLessThan(halfWidth / 10);
  });

  it('gives the same interval for the same seed and another for another', () => {
    const values = subject.map((_, i) => i % 7);
    const run = (seed: number) => bootstrapSubjects(meanOf(values), { subject, seed, range: [0, 7], draws: 200 });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('does not depend on how subjects are named or images ordered, only on who shares an image', () => {
    const values = [0, 0, 1, 1];
    const together = bootstrapSubjects(meanOf(values), { subject: ['a', 'a', 'b', 'b'], seed: 1, range: [0, 1] });
    expect(together[0]).toEqual({ value: 0.5, low: 0, high: 1 });
  });

  it('knows nothing of other subjects from one', () => {
    const [figure] = bootstrapSubjects(meanOf([1, 1]), { subject: ['a', 'a'], seed: 1, range: [-1, 1] });
    expect(figure).toEqual({ value: 1, low: -1, high: 1 });
  });

  it('leaves draws without the statistic out of its interval, and an undefined statistic out altogether', () => {
    const onFirst = (weights: Float64Array) => [weights[0] ? 0.75 : null, null];
    const figures = bootstrapSubjects(onFirst, { subject: ['a', 'b', 'c'], seed: 1, range: [0, 1] });
    expect(figures).toEqual([{ value: 0.75, low: 0.75, high: 0.75 }, null]);
  });
});

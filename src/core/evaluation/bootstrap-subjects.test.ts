import { describe, expect, it } from 'vitest';
import { bootstrapSubjects as bootstrap } from './bootstrap-subjects.ts';
import { shareByCount } from './interval-by-count.ts';

type Options = Parameters<typeof bootstrap>[1];

/** By the draws alone, unless a test says otherwise. */
const bootstrapSubjects = (
  statistics: Parameters<typeof bootstrap>[0],
  options: Omit<Options, 'byCount'> & Partial<Pick<Options, 'byCount'>>,
) => bootstrap(statistics, { byCount: (value) => [value, value], ...options });

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

  it('draws 2000 times as many subjects as there are, each with all its images, and takes 2.5 % off either end', () => {
    const seen: number[][] = [];
    const statistic = (weights: Float64Array) => {
      seen.push([...weights]);
      return [weights[0]! + Math.sqrt(2) * weights[1]! + Math.sqrt(3) * weights[2]!];
    };
    const [figure] = bootstrapSubjects(statistic, { subject: ['a', 'b', 'c', 'b', 'd'], seed: 5, range: [-9, 9] });
    const [onImages, ...draws] = seen;
    expect(onImages).toEqual([1, 1, 1, 1, 1]);
    expect(draws).toHaveLength(2000);
    for (const [a, b, c, alsoB, d] of draws as [number, number, number, number, number][]) {
      expect(alsoB).toBe(b);
      expect(a + b + c + d).toBe(4);
      for (const times of [a, b, c, d]) expect([0, 1, 2, 3, 4]).toContain(times);
    }
    const values = draws.map(([a, b, c]) => a! + Math.sqrt(2) * b! + Math.sqrt(3) * c!).sort((a, b) => a - b);
    expect(figure!.low).toBeCloseTo((values[49]! + values[50]!) / 2, 12);
    expect(figure!.high).toBeCloseTo((values[1949]! + values[1950]!) / 2, 12);
  });

  it('draws each subject as often as another', () => {
    const times = [0, 0, 0];
    const count = (weights: Float64Array) => {
      for (const [i, weight] of weights.entries()) times[i]! += weight;
      return [0];
    };
    bootstrapSubjects(count, { subject: ['a', 'b', 'c'], seed: 1, range: [0, 1] });
    // Of 6000; four standard deviations of a binomial count.
    for (const each of times) expect(Math.abs(each - 1 - 2000)).toBeLessThan(4 * Math.sqrt(6000 * (1 / 3) * (2 / 3)));
  });

  it('gives the same interval for the same seed and another for another', () => {
    const values = subject.map((_, i) => i % 7);
    const run = (seed: number) => bootstrapSubjects(meanOf(values), { subject, seed, range: [0, 7], draws: 200 });
    expect(run(1)).toEqual(run(1));
    expect(run(1)).not.toEqual(run(2));
  });

  it('does not depend on how subjects are named or images ordered, only on who shares an image', () => {
    const values = [0, 0, 1, 1];
    const together = bootstrapSubjects(meanOf(values), { subject: ['a', 'a', 'b', 'b'], seed: 1, range: [-5, 5] });
    expect(together[0]).toEqual({ value: 0.5, low: 0, high: 1 });
  });

  it('knows nothing of other subjects from one', () => {
    const statistics = (weights: Float64Array) => [...meanOf([1, 1])(weights), null];
    const figures = bootstrapSubjects(statistics, { subject: ['a', 'a'], seed: 1, range: [-3, 2] });
    expect(figures).toEqual([{ value: 1, low: -3, high: 2 }, null]);
  });

  it('leaves draws without the statistic out of its interval, and an undefined statistic out altogether', () => {
    const onFirst = (weights: Float64Array) => [weights[0] ? 0.75 : null, null];
    const figures = bootstrapSubjects(onFirst, { subject: ['a', 'b', 'c'], seed: 1, range: [0, 1] });
    expect(figures).toEqual([{ value: 0.75, low: 0.75, high: 0.75 }, null]);
  });

  it('knows nothing of other subjects where no draw has the statistic', () => {
    const subject = Array.from({ length: 30 }, (_, i) => `s${i}`);
    // Thirty draws of thirty meet each one once in a draw of 10^12.
    const onAll = (weights: Float64Array) => [weights.every((each) => each === 1) ? 0.75 : null];
    expect(bootstrapSubjects(onAll, { subject, seed: 1, range: [-3, 2] })).toEqual([{ value: 0.75, low: -3, high: 2 }]);
  });

  describe('where the draws cannot tell', () => {
    const four = { subject: ['a', 'b', 'c', 'd', 'd'], seed: 1, range: [0, 1], byCount: shareByCount } as const;

    it('is no surer of four children who are all alike than four children allow', () => {
      const [figure] = bootstrapSubjects(meanOf([1, 1, 1, 1, 1]), four);
      expect(figure).toEqual({ value: 1, low: expect.closeTo(0.5101, 4), high: 1 });
    });

    it('counts the subjects that a statistic stands on, and knows nothing of others from one of them', () => {
      const statistics = (weights: Float64Array) => [1, 1, 1].map((value) => (weights[0] ? value : null));
      const figures = bootstrapSubjects(statistics, { ...four, subjectsOf: [20, 4, 1] });
      const lows = [0.8389, 0.5101, 0].map((low) => expect.closeTo(low, 4));
      expect(figures).toEqual(lows.map((low) => ({ value: 1, low, high: 1 })));
    });

    it('is at either end the wider of the two below ten subjects, and by the draws from ten on', () => {
      const run = (subjects: number, byCount: Options['byCount']) => {
        const names = Array.from({ length: subjects }, (_, i) => `s${i}`);
        const values = names.map((_, i) => i % 2);
        return bootstrapSubjects(meanOf(values), { ...four, subject: names, byCount })[0];
      };
      const [narrow, wide] = [() => [0.5, 0.5] as const, () => [0.01, 0.99] as const];
      expect(run(8, wide)).toEqual({ value: 0.5, low: 0.01, high: 0.99 });
      expect(run(8, narrow)).toEqual({ value: 0.5, low: expect.closeTo(0.125, 1), high: expect.closeTo(0.875, 1) });
      expect(run(8, narrow)!.low).toBeGreaterThan(0.01);
      expect(run(10, wide)).toEqual(run(10, narrow));
    });

    it('takes draws that differ by rounding only for the same', () => {
      const twenty = Array.from({ length: 20 }, (_, i) => `s${i}`);
      const [figure] = bootstrapSubjects((weights) => [1 - 1e-15 * weights[0]!], { ...four, subject: twenty });
      expect(figure!.low).toBeCloseTo(0.8389, 4);
    });
  });
});

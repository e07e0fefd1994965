import { describe, expect, it } from 'vitest';
import { randomAt } from '../../training/views/random.ts';
import { bootstrapSubjects } from '../bootstrap-subjects.ts';
import { childrenNeeded } from './children-needed.ts';
import { type PairedImages, subjectSpread } from './subject-spread.ts';

/** Balanced difference over three classes, image by image: the slow reference. */
function balancedDifference({ truth, gain }: PairedImages, counts: (row: number) => number): number {
  const sums = [0, 0, 0];
  const totals = [0, 0, 0];
  for (let row = 0; row < truth.length; row += 1) {
    sums[truth[row]!]! += counts(row) * gain[row]!;
    totals[truth[row]!]! += counts(row);
  }
  const means = sums.map((sum, each) => sum / totals[each]!).filter((mean) => !Number.isNaN(mean));
  return means.reduce((a, b) => a + b, 0) / means.length;
}

/**
 * Children with one to six images each of three emotions, of whom each gains more or less by the candidate.
 *
 * @param shift Added to every child's share of gains over losses.
 */
function ward(children: number, seed: number, shift = 0.02): PairedImages {
  const random = randomAt(seed, 7);
  const truth: number[] = [];
  const subject: string[] = [];
  const gain: number[] = [];
  for (let child = 0; child < children; child += 1) {
    const own = shift + 0.1 * random.normal();
    const images = 1 + random.integer(6);
    for (let image = 0; image < images; image += 1) {
      truth.push(random.uniform() < 0.6 ? 0 : 1 + random.integer(2));
      subject.push(`c${child}`);
      const draw = random.uniform();
      gain.push(draw < 0.1 + own / 2 ? 1 : draw > 0.9 + own / 2 ? -1 : 0);
    }
  }
  return { truth, subject, gain };
}

describe('subjectSpread', () => {
  it('is what leaving out one subject after another gives (jackknife)', () => {
    const images = ward(150, 3);
    const names = [...new Set(images.subject)];
    const without = names.map((name) => balancedDifference(images, (row) => Number(images.subject[row] !== name)));
    const mean = without.reduce((a, b) => a + b) / names.length;
    const variance = ((names.length - 1) / names.length) * without.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    const spread = subjectSpread(images, 1)!;
    expect(spread.value / Math.sqrt(variance * names.length)).toBeCloseTo(1, 1);
    expect(spread.low).toBeLessThan(spread.value);
    expect(spread.high).toBeGreaterThan(spread.value);
  });

  it('is the plain standard deviation where each child has one image of one emotion', () => {
    const gain = [1, 0, 0, -1, 1, 1];
    const spread = subjectSpread({ truth: gain.map(() => 4), subject: [...'abcdef'], gain }, 1);
    // Mean 1/3, squares (2/3)^2 * 3 + (1/3)^2 * 2 + (4/3)^2, over 5.
    expect(spread!.value).toBeCloseTo(Math.sqrt((12 / 9 + 2 / 9 + 16 / 9) / 5), 12);
  });

  it('knows nothing of one subject, and is 0 where all are alike', () => {
    expect(subjectSpread({ truth: [0, 1], subject: ['a', 'a'], gain: [1, 0] }, 1)).toBeNull();
    expect(subjectSpread({ truth: [0, 0], subject: ['a', 'b'], gain: [1, 1] }, 1)!.value).toBe(0);
  });
});

describe('childrenNeeded', () => {
  it('is the closed form, rounded up, at the spread and at either end of its interval', () => {
    // (2.8016 * 0.2 / 0.03)^2 = 348.8
    expect(childrenNeeded({ value: 0.2, low: 0.1, high: 0.3 }, 0.03)).toEqual({ value: 349, low: 88, high: 785 });
  });

  it('is the number with which a bootstrap interval leaves out zero in four of five made-up tests', () => {
    const difference = 0.06;
    const { value: children } = childrenNeeded(subjectSpread(ward(2000, 1, difference), 1)!, difference);
    const tests = 150;
    let shown = 0;
    for (let test = 0; test < tests; test += 1) {
      const images = ward(children, 100 + test, difference);
      const [figure] = bootstrapSubjects((weights) => [balancedDifference(images, (row) => weights[row]!)], {
        subject: images.subject,
        seed: test,
        range: [-1, 1],
        byCount: (value) => [value, value],
        draws: 150,
      });
      if (figure!.low > 0) shown += 1;
    }
    // Three standard deviations of a share of 0.8 of 150.
    expect(Math.abs(shown / tests - 0.8)).toBeLessThan(0.098);
  });
});

import { describe, expect, it } from 'vitest';
import { differenceByCount, shareByCount } from '../evaluation/interval-by-count.ts';
import { difference, resampling } from './resample.ts';
import { IMAGES_EACH, madeUpTest } from './testing/made-up-study.ts';

const named = (hits: (subject: number) => number, subjects: number) => {
  const test = madeUpTest(subjects);
  return test.truth.map((truth, i) => (i % IMAGES_EACH < hits(test.subject[i]!) ? truth : 1 - truth));
};
const uneven = (subject: number) => 2 * (subject % 8);

describe('resampling', () => {
  it('claims of children who are all alike no more than their number allows', () => {
    const draws = resampling(madeUpTest(30), { seed: 1 });
    const all = draws.cell(named(() => IMAGES_EACH, 30));
    const [low, high] = shareByCount(1, 30);
    expect(draws.share(all)).toEqual({ value: 1, low, high: expect.closeTo(high, 9) });
    const half = draws.cell(named(() => IMAGES_EACH / 2, 30));
    const [least, most] = differenceByCount(0.5, 30);
    expect(draws.difference(difference(all, half))).toMatchObject({
      low: expect.closeTo(least, 9),
      high: expect.closeTo(most, 9),
    });
  });

  it('of fewer than ten children takes the wider of the two, and of one knows nothing', () => {
    const few = resampling(madeUpTest(6), { seed: 1 });
    const { value, low, high } = few.share(few.cell(named(uneven, 6)));
    const [least, most] = shareByCount(value, 6);
    expect(low).toBeLessThanOrEqual(least);
    expect(high).toBeGreaterThanOrEqual(most);
    const one = resampling(madeUpTest(1), { seed: 1 });
    expect(one.share(one.cell(named(() => 16, 1)))).toMatchObject({ low: 0, high: 1 });
  });

  it('leaves the draws alone where ten children or more differ', () => {
    const draws = resampling(madeUpTest(16), { seed: 1 });
    const { low, high } = draws.share(draws.cell(named(uneven, 16)));
    const [least, most] = shareByCount(0.35, 16);
    expect([low, high]).not.toEqual([least, most]);
    expect(high - low).toBeLessThan(most - least);
  });

  it('knows the recall of each class, and who shows it', () => {
    const test = madeUpTest(12);
    const onlyHappy = { ...test, truth: test.truth.map(() => 0) };
    const draws = resampling(onlyHappy, { seed: 1, draws: 20 });
    const [happy, neutral] = draws.recalls(onlyHappy.truth.map((_, i) => i % 2));
    expect(happy!.value).toBe(0.5);
    expect(neutral).toBeNull();
    expect([draws.subjectsOf(0), draws.subjectsOf(1)]).toEqual([12, 0]);
  });
});

import { describe, expect, it } from 'vitest';
import { compareModels } from './compare-models.ts';
import { evaluate } from './evaluation.ts';
import type { ScoredImages } from './scored-images.ts';

const OPTIONS = { threshold: 0.5, seed: 1, subjectsKnown: true };
const CLASSES = ['happiness', 'sadness', 'neutral'] as const;

/** 20 subjects with six images each; the model errs on an image where `isWrong` says so. */
function scored(isWrong: (subject: number, image: number) => boolean): ScoredImages {
  const rows = Array.from({ length: 120 }, (_, i) => ({ subject: Math.floor(i / 6), image: i % 6 }));
  const truth = Int8Array.from(rows, ({ image }) => image % 3);
  const probabilities = new Float32Array(rows.length * 3).fill(0.125);
  for (const [i, { subject, image }] of rows.entries()) {
    probabilities[i * 3 + ((truth[i]! + (isWrong(subject, image) ? 1 : 0)) % 3)] = 0.75;
  }
  return {
    probabilities,
    classes: CLASSES,
    truth,
    subject: rows.map((row) => `c${row.subject}`),
    ageYears: rows.map(() => 5),
  };
}

describe('compareModels', () => {
  // Hard subjects are hard for both; the candidate gets one image a subject more.
  const hard = (subject: number, image: number) => subject % 2 === 0 && image > 0;
  const candidate = scored((subject, image) => hard(subject, image) && image !== 5);
  const reference = { ...scored(hard), modelId: 'reference' };

  it('takes the difference within subjects, so that its interval is narrower than those of the two models', () => {
    const { accuracyDifference, images, subjects, reference: own } = compareModels(candidate, reference, OPTIONS);
    expect([images, subjects]).toEqual([120, 20]);
    expect(accuracyDifference.value).toBeCloseTo(10 / 120, 9);
    expect(accuracyDifference.low).toBeGreaterThan(0);
    const width = accuracyDifference.high - accuracyDifference.low;
    expect(width).toBeLessThan((own.accuracy.high - own.accuracy.low) / 2);
    expect(own).toEqual(evaluate(reference, OPTIONS));
  });

  it('subtracts the figures that each model has on its own', () => {
    const found = compareModels(candidate, reference, OPTIONS);
    const [ours, theirs] = [evaluate(candidate, OPTIONS), evaluate(reference, OPTIONS)];
    expect(found.macroF1Difference!.value).toBeCloseTo(ours.macroF1.value - theirs.macroF1.value, 12);
    expect(found.negativeAgainstNeutralAucDifference!.value).toBeCloseTo(
      ours.negativeAgainstNeutralAuc!.value - theirs.negativeAgainstNeutralAuc!.value,
      12,
    );
  });

  it('subtracts what the two distress lines do, each by its own limits, and not where one of them has none', () => {
    const [own, others] = [
      { atLeast: 0.5, below: 0.2 },
      { atLeast: 0.75, below: 0.1 },
    ];
    const options = { ...OPTIONS, distress: own };
    const found = compareModels(candidate, { ...reference, distress: others }, options);
    const [ours, theirs] = [evaluate(candidate, options), evaluate(reference, { ...OPTIONS, distress: others })];
    expect(found.reference).toEqual(theirs);
    expect(found.distressHitDifference!.value).toBeCloseTo(ours.distress!.hit!.value - theirs.distress!.hit!.value, 12);
    expect(found.distressFalseAlarmDifference!.value).toBeCloseTo(
      ours.distress!.falseAlarm!.value - theirs.distress!.falseAlarm!.value,
      12,
    );
    expect(compareModels(candidate, reference, options).distressHitDifference).toBeNull();
    expect(compareModels(candidate, { ...reference, distress: others }, OPTIONS).distressHitDifference).toBeNull();
  });

  it('is the same difference with its sign turned when the two change places', () => {
    const there = compareModels(candidate, reference, OPTIONS).balancedAccuracyDifference;
    const back = compareModels(reference, { ...candidate, modelId: 'c' }, OPTIONS).balancedAccuracyDifference;
    expect(back.value).toBeCloseTo(-there.value, 9);
    expect(back.low).toBeCloseTo(-there.high, 9);
  });

  it('finds no difference between a model and itself, as surely as twenty children allow', () => {
    const same = compareModels(reference, reference, OPTIONS);
    // 3.8415 / (20 + 3.8415)
    const none = { value: 0, low: expect.closeTo(-0.1611, 4), high: expect.closeTo(0.1611, 4) };
    expect(same.accuracyDifference).toEqual(none);
    expect(same.balancedAccuracyDifference).toEqual(none);
    expect(same.macroF1Difference).toEqual(none);
    expect(same.negativeAgainstNeutralAucDifference).toEqual(none);
  });

  it('says for which ages it is better, each with its own children', () => {
    // The children with an even number gain by the candidate; they are the young ones here.
    const aged = <T extends ScoredImages>(images: T) => ({
      ...images,
      ageYears: images.subject.map((name) => (name === 'c0' ? null : Number(name.slice(1)) % 2 === 0 ? 4 : 10)),
    });
    const { byAgeBand, balancedAccuracyDifference, subjectSpread } = compareModels(
      aged(candidate),
      aged(reference),
      OPTIONS,
    );
    expect(byAgeBand!.map(({ band, images, subjects }) => [band, images, subjects])).toEqual([
      ['3-5', 54, 9],
      ['9-12', 60, 10],
    ]);
    const [young, old] = byAgeBand!.map((each) => each.balancedAccuracyDifference);
    expect(young!.value).toBeCloseTo(1 / 6, 9);
    expect(old!.value).toBe(0);
    // What half of the children gain and the others do not: a sixth or nothing, around a twelfth.
    expect(balancedAccuracyDifference.value).toBeCloseTo(1 / 12, 9);
    expect(subjectSpread!.value).toBeCloseTo(Math.sqrt((20 * (1 / 12) ** 2) / 19), 9);
  });

  it('counts only the classes asked for, of both', () => {
    const found = compareModels(candidate, reference, { ...OPTIONS, classes: ['happiness', 'sadness'] });
    expect([found.images, found.reference.images, found.reference.leftOut]).toEqual([80, 80, 40]);
    // Image 5, the one that the candidate gets right more often, shows neutral.
    expect(found.accuracyDifference).toEqual({
      value: 0,
      low: expect.closeTo(-0.1611, 4),
      high: expect.closeTo(0.1611, 4),
    });
    expect(found.negativeAgainstNeutralAucDifference, 'nothing is neutral').toBeNull();
  });

  it('takes macro-F1 over the classes asked for only', () => {
    const options = { ...OPTIONS, classes: ['happiness', 'neutral'] as const };
    const [ours, theirs] = [evaluate(candidate, options), evaluate(reference, options)];
    const { macroF1Difference } = compareModels(candidate, reference, options);
    expect(macroF1Difference!.value).toBeCloseTo(ours.macroF1.value - theirs.macroF1.value, 12);
    expect(macroF1Difference!.value).not.toBeCloseTo(
      compareModels(candidate, reference, OPTIONS).macroF1Difference!.value,
      3,
    );
  });

  it('knows nothing of other subjects from one', () => {
    const ofOne = <T extends ScoredImages>(images: T) => ({ ...images, subject: images.subject.map(() => 'c0') });
    const found = compareModels(ofOne(candidate), ofOne(reference), OPTIONS);
    expect(found.subjects).toBe(1);
    expect(found.accuracyDifference).toEqual({ value: expect.closeTo(10 / 120, 9), low: -1, high: 1 });
  });

  const changed = <T>(column: readonly T[], value: T) => [...column.slice(0, -1), value];
  const firsts = (images: ScoredImages, count: number): ScoredImages => ({
    ...images,
    probabilities: images.probabilities.slice(0, count * 3),
    truth: images.truth.slice(0, count),
    subject: images.subject.slice(0, count),
    ageYears: images.ageYears.slice(0, count),
  });

  it.each<[string, Partial<ScoredImages>]>([
    ['one image shows somebody else', { subject: changed(reference.subject, 'x') }],
    ['one image shows another emotion', { truth: Int8Array.from(changed([...reference.truth], 0)) }],
    ['the classes are others', { classes: ['happiness', 'anger', 'neutral'] }],
    ['the classes stand in another order', { classes: ['sadness', 'happiness', 'neutral'] }],
    ['the reference has fewer images', firsts(reference, 114)],
  ])('refuses two models of which %s', (_, change) => {
    expect(() => compareModels(candidate, { ...reference, ...change }, OPTIONS)).toThrow(/the same images/);
  });

  it('refuses a candidate with fewer images', () => {
    expect(() => compareModels(firsts(candidate, 114), reference, OPTIONS)).toThrow(/the same images/);
  });

  it('refuses columns of different length, of either', () => {
    const short = { probabilities: candidate.probabilities.slice(3) };
    expect(() => compareModels({ ...candidate, ...short }, reference, OPTIONS)).toThrow(/in every column/);
    expect(() => compareModels(candidate, { ...reference, ...short }, OPTIONS)).toThrow(/in every column/);
  });
});

import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { randomAt } from '../training/views/random.ts';
import { evaluate } from './evaluation.ts';
import { evaluationSchema } from './evaluation-schema.ts';
import { type ScoredImages, selectScored } from './scored-images.ts';

const OPTIONS = { threshold: 0.5, seed: 1, subjectsKnown: true };

/** Images of the seven emotions by a model that leans towards the truth. */
function cohort(images: number, subjects: number): ScoredImages {
  const random = randomAt(5);
  const truth = Int8Array.from({ length: images }, (_, i) => i % 7);
  const probabilities = new Float32Array(images * 7);
  for (let i = 0; i < images; i += 1) {
    const row = Array.from({ length: 7 }, (_, j) => Math.exp(random.normal() + (j === truth[i] ? 1.5 : 0)));
    const sum = row.reduce((a, b) => a + b);
    probabilities.set(
      row.map((each) => each / sum),
      i * 7,
    );
  }
  const subject = Array.from({ length: images }, (_, i) => `c${Math.floor(i / 7) % subjects}`);
  return {
    probabilities,
    classes: EMOTIONS,
    truth,
    subject,
    ageYears: subject.map((each) => (each === 'c0' ? null : Number(each.slice(1)) % 18)),
  };
}

describe('evaluate', () => {
  it('reports every figure inside its interval, as the contract has it', () => {
    const found = evaluate(cohort(630, 45), OPTIONS);
    expect(evaluationSchema.parse(found)).toEqual(found);
    const { accuracy, balancedAccuracy, macroF1, negativeAgainstNeutralAuc, abstained, accuracyWhenSure } = found;
    for (const figure of [
      accuracy,
      balancedAccuracy,
      macroF1,
      negativeAgainstNeutralAuc,
      abstained,
      accuracyWhenSure,
    ]) {
      expect(figure!.low).toBeLessThan(figure!.value);
      expect(figure!.high).toBeGreaterThan(figure!.value);
    }
    expect(accuracyWhenSure!.value).toBeGreaterThan(accuracy.value);
    expect(found.confusion.flat().reduce((a, b) => a + b)).toBe(630);
    expect([found.images, found.subjects]).toEqual([630, 45]);
  });

  it('says what the distress line makes of all images and of each age, and nothing of a model without one', () => {
    const images = cohort(630, 45);
    const found = evaluate(images, { ...OPTIONS, distress: { atLeast: 0.5, below: 0.2 } });
    expect(evaluationSchema.parse(found)).toEqual(found);
    expect(found.distressLimits).toEqual({ atLeast: 0.5, below: 0.2 });
    const { hit, missed, falseAlarm, negativeImages, negativeSubjects, otherImages } = found.distress!;
    const sums = Array.from(images.truth, (_, i) => {
      const row = images.probabilities.subarray(7 * i, 7 * i + 7);
      return row[0]! + row[1]! + row[2]! + row[4]!;
    });
    const negative = sums.filter((_, i) => [0, 1, 2, 4].includes(images.truth[i]!));
    expect([negativeImages, otherImages, negativeSubjects]).toEqual([negative.length, 630 - negative.length, 45]);
    expect(hit!.value).toBeCloseTo(negative.filter((sum) => sum >= 0.5).length / negative.length, 9);
    expect(missed!.value).toBeCloseTo(negative.filter((sum) => sum < 0.2).length / negative.length, 9);
    for (const figure of [hit!, falseAlarm!]) {
      expect(figure.low).toBeLessThan(figure.value);
      expect(figure.high).toBeGreaterThan(figure.value);
    }
    expect(found.byAgeBand.every(({ distress }) => distress!.hit !== null)).toBe(true);
    const { distress, distressLimits, byAgeBand, byGroup, ...others } = evaluate(images, OPTIONS);
    expect([distress, distressLimits, byAgeBand[0]!.distress]).toEqual([null, null, null]);
    expect(found).toMatchObject(others);
  });

  it('counts by age band only where age is known', () => {
    const found = evaluate(cohort(630, 45), OPTIONS);
    expect(found.byAgeBand.map(({ band }) => band)).toEqual(['0-2', '3-5', '6-8', '9-12', '13-17']);
    expect(found.byAgeBand.reduce((sum, { subjects }) => sum + subjects, 0)).toBe(44);
    expect(found.byAgeBand.reduce((sum, { images }) => sum + images, 0)).toBe(630 - 14);
  });

  it('gives no recall to a class without images and leaves it out of balanced accuracy', () => {
    const all = cohort(140, 10);
    const rows = [...all.truth.keys()].filter((i) => all.truth[i] !== 2);
    const probabilities = Float32Array.from(rows.flatMap((i) => [...all.probabilities.subarray(i * 7, i * 7 + 7)]));
    const found = evaluate(
      {
        ...all,
        probabilities,
        truth: Int8Array.from(rows, (i) => all.truth[i]!),
        subject: rows.map((i) => all.subject[i]!),
        ageYears: rows.map(() => null),
      },
      OPTIONS,
    );
    expect(found.perClass[2]).toMatchObject({ emotion: 'fear', images: 0, recall: null });
    const recalls = found.perClass.flatMap(({ recall }) => (recall ? [recall.value] : []));
    expect(recalls).toHaveLength(6);
    expect(found.balancedAccuracy.value).toBeCloseTo(recalls.reduce((a, b) => a + b) / 6, 12);
    expect(found.byAgeBand).toEqual([]);
  });

  it('shows calibration and what every threshold would do', () => {
    const found = evaluate(cohort(630, 45), OPTIONS);
    expect(found.calibrationBins.reduce((sum, { images }) => sum + images, 0)).toBe(630);
    const { curve, area } = found.riskCoverage!;
    expect(found.threshold).toBe(0.5);
    expect(curve.at(-1)).toMatchObject({ coverage: 1, risk: expect.closeTo(1 - found.accuracy.value, 9) });
    expect(area.value).toBeLessThan(1 - found.accuracy.value);
    const sure = curve.filter(({ threshold }) => threshold >= 0.5).at(-1)!;
    expect(Math.abs(sure.coverage - (1 - found.abstained.value))).toBeLessThan(0.011);
  });

  it('has an interval of a small calibration error that leans upwards, as cards and pages say', () => {
    const images = cohort(2100, 150);
    const random = randomAt(9);
    // What each image shows is drawn by what the model claims: it is calibrated.
    const truth = images.truth.map((_, i) => {
      const claimed = [...images.probabilities.subarray(i * 7, i * 7 + 7)];
      const at = random.uniform();
      const upTo = claimed.map((_, j) => claimed.slice(0, j + 1).reduce((sum, each) => sum + each));
      return Math.min(6, upTo.filter((each) => each <= at).length);
    });
    const { value, low, high } = evaluate({ ...images, truth }, OPTIONS).expectedCalibrationError;
    expect(high - value).toBeGreaterThan(2 * (value - low));
  });

  it('measures children and adults apart, each as if alone', () => {
    const images = cohort(630, 45);
    const group = images.subject.map((each) =>
      Number(each.slice(1)) % 3 === 0 ? ('adult' as const) : ('child' as const),
    );
    const found = evaluate({ ...images, group }, OPTIONS);
    expect(found.byGroup.map((each) => [each.group, each.images, each.subjects])).toEqual([
      ['child', 420, 30],
      ['adult', 210, 15],
    ]);
    const rows = [...group.keys()].filter((row) => group[row] === 'adult');
    const alone = evaluate(selectScored({ ...images, group }, rows), OPTIONS);
    expect(found.byGroup[1]!.macroF1).toEqual(alone.macroF1);
    expect(found.byGroup[1]!.riskCoverageArea).toEqual(alone.riskCoverage!.area);
    expect(alone.byGroup).toHaveLength(1);
    expect(() => evaluate({ ...images, group: ['child'] }, OPTIONS)).toThrow(/1 groups/);
  });

  // scikit-learn 1.9.1, t = [(i % 13) % 7 for i in range(210)], p = [t[i] if i % 3 == 0 else
  // (3 * i + i // 5) % 5 for i in range(210)]; of these accuracy_score, balanced_accuracy_score, f1_score(average="macro"),
  // recall_score(average=None)[2]
  it('agrees with scikit-learn', () => {
    const truth = Int8Array.from({ length: 210 }, (_, i) => (i % 13) % 7);
    const named = Array.from(truth, (each, i) => (i % 3 === 0 ? each : (3 * i + Math.floor(i / 5)) % 5));
    const probabilities = Float32Array.from(named.flatMap((each) => EMOTIONS.map((_, j) => (j === each ? 0.4 : 0.1))));
    const subject = [...truth].map((_, i) => `c${i % 10}`);
    const found = evaluate(
      { probabilities, classes: EMOTIONS, truth, subject, ageYears: subject.map(() => null) },
      OPTIONS,
    );
    expect(found.accuracy.value).toBeCloseTo(0.4, 12);
    expect(found.balancedAccuracy.value).toBeCloseTo(0.3986742424242425, 12);
    expect(found.macroF1.value).toBeCloseTo(0.42148254779209, 12);
    expect(found.perClass[2]!.recall!.value).toBeCloseTo(0.375, 12);
  });

  // scikit-learn 1.9.1, of the three images that show happiness or neutral and what was named for them:
  // f1_score(["happiness", "neutral", "neutral"], ["happiness", "neutral", "fear"], labels=["happiness", "neutral"],
  // average="macro"); accuracy_score of the same; balanced_accuracy_score of the same (no label is passed to it).
  it('leaves out the images of classes that are not counted, and counts naming one of those as wrong', () => {
    const images = {
      classes: ['fear', 'happiness', 'neutral'] as const,
      probabilities: Float32Array.of(0.1, 0.8, 0.1, 0.1, 0.2, 0.7, 0.6, 0.1, 0.3, 0.9, 0.1, 0),
      truth: Int8Array.of(1, 2, 2, 0),
      subject: ['c1', 'c2', 'c3', 'c4'],
      ageYears: [4, 5, 6, 7],
    };
    const found = evaluate(images, { ...OPTIONS, classes: ['neutral', 'happiness'] });
    expect(found).toMatchObject({ images: 3, subjects: 3, leftOut: 1, restrictedTo: ['happiness', 'neutral'] });
    expect(found.classes).toEqual(['fear', 'happiness', 'neutral']);
    expect(found.accuracy.value).toBeCloseTo(2 / 3, 12);
    expect(found.balancedAccuracy.value).toBeCloseTo(0.75, 12);
    expect(found.macroF1.value).toBeCloseTo(0.8333333333333333, 12);
    expect(found.negativeAgainstNeutralAuc).toBeNull();
    expect(found.perClass.map(({ emotion, images: n }) => [emotion, n])).toEqual([
      ['happiness', 1],
      ['neutral', 2],
    ]);
    expect(found.confusion).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 1],
    ]);
    expect(() => evaluate(images, { ...OPTIONS, classes: ['anger'] })).toThrow(/found anger/);
  });

  it('says nothing of accuracy when sure for a model that is never sure, and claims no interval for one subject', () => {
    const found = evaluate(cohort(70, 1), { ...OPTIONS, threshold: 1 });
    expect(found.accuracyWhenSure).toBeNull();
    expect(found.abstained).toEqual({ value: 1, low: 0, high: 1 });
  });

  /** Images of seven emotions that are all read right, each of the subject given. */
  const allRight = (subject: readonly string[]): ScoredImages => ({
    classes: EMOTIONS,
    truth: Int8Array.from(subject, (_, i) => i % 7),
    probabilities: Float32Array.from(subject.flatMap((_, i) => EMOTIONS.map((_, j) => (j === i % 7 ? 0.94 : 0.01)))),
    subject,
    ageYears: subject.map(() => 5),
  });

  it('is no surer of four children who are all read right than four children allow', () => {
    const found = evaluate(allRight(Array.from({ length: 28 }, (_, i) => `c${Math.floor(i / 7)}`)), OPTIONS);
    const right = { value: 1, low: expect.closeTo(0.5101, 4), high: 1 };
    const never = { value: 0, low: 0, high: expect.closeTo(0.4899, 4) };
    const { accuracy, balancedAccuracy, macroF1, negativeAgainstNeutralAuc, accuracyWhenSure } = found;
    expect([accuracy, balancedAccuracy, macroF1, negativeAgainstNeutralAuc, accuracyWhenSure]).toEqual(
      Array(5).fill(right),
    );
    expect(found.perClass.map(({ recall }) => recall)).toEqual(Array(7).fill(right));
    expect([found.abstained, found.riskCoverage!.area]).toEqual([never, never]);
    expect(found.byAgeBand[0]!.balancedAccuracy).toEqual(right);
  });

  it('counts only the children who show an emotion for its recall, and for what is of sure images those', () => {
    // Forty children, of whom each shows one emotion: six show anger to surprise's five.
    const images = allRight(Array.from({ length: 40 }, (_, i) => `c${i}`));
    const unsure = EMOTIONS.map(() => 1 / 7);
    for (let i = 4; i < 40; i += 1) images.probabilities.set(unsure, i * 7);
    const found = evaluate(images, OPTIONS);
    expect(found.accuracyWhenSure).toEqual({ value: 1, low: expect.closeTo(0.5101, 4), high: 1 });
    // Of six by Wilson: 6 / (6 + 3.8415); the first of equals is named, and that is anger.
    expect(found.perClass[0]!.recall).toEqual({ value: 1, low: expect.closeTo(0.6097, 4), high: 1 });
  });

  it('takes 2,000 draws of 10,000 images, whole and by age band, in seconds', () => {
    const images = cohort(10_000, 1000);
    // Of this thread's own processor time, which other programs on the machine do not lengthen as they do the clock's.
    const from = process.threadCpuUsage();
    evaluate(images, OPTIONS);
    expect(process.threadCpuUsage(from).user / 1e6).toBeLessThan(10);
  });

  it('refuses no images, and columns that do not match', () => {
    const images = cohort(70, 5);
    expect(() => evaluate({ ...images, truth: new Int8Array() }, OPTIONS)).toThrow(/at least one image/);
    expect(() => evaluate({ ...images, subject: ['c1'] }, OPTIONS)).toThrow(/70 images .* 1 subjects/);
    expect(() => evaluate({ ...images, truth: images.truth.map(() => 7) }, OPTIONS)).toThrow(
      /0 to 6 was expected; found 7/,
    );
  });
});

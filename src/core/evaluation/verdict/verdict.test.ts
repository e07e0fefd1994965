import { expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { evaluate } from '../evaluation.ts';
import { againstTrivial, verdictOf } from './verdict.ts';

const SPREAD = { value: 0.2, low: 0.1, high: 0.3 };
const difference = (value: number, low: number, high: number) => ({
  subjects: 60,
  balancedAccuracyDifference: { value, low, high },
  subjectSpread: SPREAD,
});

it('is better or worse only where the interval leaves out zero, and says by how much as a number above zero', () => {
  expect(verdictOf(difference(0.021, 0.004, 0.037))).toEqual({
    kind: 'better',
    by: { value: 0.021, low: 0.004, high: 0.037 },
  });
  expect(verdictOf(difference(-0.021, -0.037, -0.004))).toEqual({
    kind: 'worse',
    by: { value: 0.021, low: 0.004, high: 0.037 },
  });
  expect(verdictOf(difference(0.021, 0, 0.042)).kind).toBe('undecided');
});

it('says how many children it would take where nothing can be shown, if the comparison tells', () => {
  expect(verdictOf(difference(0.021, -0.01, 0.05))).toMatchObject({ needed: { value: 349, low: 88, high: 785 } });
  const { subjectSpread: _, ...earlier } = difference(0.021, -0.01, 0.05);
  expect(verdictOf(earlier)).toMatchObject({ needed: null });
  const alike = { ...difference(0, -0.06, 0.06), subjectSpread: { value: 0, low: 0, high: 0 } };
  expect(verdictOf(alike)).toMatchObject({ needed: null });
});

it('tells nothing from fewer than ten children, however large the difference', () => {
  expect(verdictOf({ ...difference(0.5, 0.3, 0.7), subjects: 9 })).toEqual({ kind: 'too-few', subjects: 9 });
  expect(verdictOf({ ...difference(0.5, 0.3, 0.7), subjects: 10 }).kind).toBe('better');
});

it('sets a model beside naming emotions without looking', () => {
  const test = (right: number) => {
    const truth = Int8Array.from({ length: 140 }, (_, i) => i % 7);
    const probabilities = Float32Array.from(
      [...truth].flatMap((shown, i) => EMOTIONS.map((_, j) => (j === (i < right ? shown : 0) ? 1 : 0))),
    );
    const subject = [...truth].map((_, i) => `c${Math.floor(i / 7)}`);
    const ageYears = [...truth].map(() => null);
    const images = { probabilities, truth, subject, ageYears, classes: EMOTIONS };
    return againstTrivial(evaluate(images, { threshold: 0.5, seed: 1, subjectsKnown: true }));
  };
  expect(test(0)).toEqual({ trivial: expect.closeTo(1 / 7, 9), isAbove: false });
  expect(test(140)).toEqual({ trivial: expect.closeTo(1 / 7, 9), isAbove: true });
});

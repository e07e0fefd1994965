import { expect, it } from 'vitest';
import { classesShown } from './classes-shown.ts';

it('names the classes with at least as many images, in their order', () => {
  const truth = Int8Array.of(2, 0, 2, 0, 0, 1);
  const images = {
    probabilities: new Float32Array(18),
    classes: ['happiness', 'sadness', 'neutral'] as const,
    truth,
    subject: [...truth].map((_, i) => `c${i}`),
    ageYears: [...truth].map(() => null),
  };
  expect(classesShown(images, 2)).toEqual(['happiness', 'neutral']);
  expect(classesShown(images, 3)).toEqual(['happiness']);
  expect(classesShown(images)).toEqual([]);
});

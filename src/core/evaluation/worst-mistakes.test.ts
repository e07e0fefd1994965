import { expect, it } from 'vitest';
import { worstMistakes } from './worst-mistakes.ts';

it('lists the wrong images only, surest first, and no more than asked for', () => {
  const images = {
    probabilities: Float32Array.of(0.75, 0.25, 0.125, 0.875, 0.5, 0.5, 0.25, 0.75),
    classes: ['fear', 'neutral'] as const,
    truth: Int8Array.of(1, 0, 0, 1),
    subject: ['a', 'b', 'c', 'd'],
    ageYears: [1, 2, 3, 4],
  };
  const both = [
    { row: 1, shown: 'fear', named: 'neutral', confidence: 0.875 },
    { row: 0, shown: 'neutral', named: 'fear', confidence: 0.75 },
  ];
  expect(worstMistakes(images, 5)).toEqual(both);
  expect(worstMistakes(images, 1)).toEqual(both.slice(0, 1));
});

it('lists those that are equally sure in the order of the images', () => {
  const images = {
    probabilities: Float32Array.of(0.75, 0.25, 0.75, 0.25, 0.75, 0.25),
    classes: ['fear', 'neutral'] as const,
    truth: Int8Array.of(1, 1, 1),
    subject: ['a', 'b', 'c'],
    ageYears: [1, 2, 3],
  };
  expect(worstMistakes(images, 2).map(({ row }) => row)).toEqual([0, 1]);
});

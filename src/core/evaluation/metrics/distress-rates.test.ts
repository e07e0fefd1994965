import { expect, it } from 'vitest';
import { EMOTIONS } from '../../emotion/emotion.ts';
import { distressCounts, distressShares, judgeDistress, scoreDistress } from './distress-rates.ts';

/** Sadness, anger, sadness of two children; neutral, surprise, neutral, happiness of three. */
const images = {
  classes: EMOTIONS,
  truth: Int8Array.from(
    ['sadness', 'anger', 'sadness', 'neutral', 'surprise', 'neutral', 'happiness'] as const,
    (each) => EMOTIONS.indexOf(each),
  ),
  probabilities: Float32Array.from(
    [
      [0.125, 0, 0.25, 0, 0.375, 0.25, 0], // .75
      [0.25, 0.125, 0, 0, 0, 0.125, 0.5], // .375
      [0, 0, 0.125, 0.5, 0, 0.125, 0.25], // .125
      [0, 0, 0, 0.25, 0.5, 0, 0.25], // .5
      [0, 0, 0.25, 0, 0, 0.75, 0], // .25
      [0, 0, 0, 0, 0, 0, 1], // 0
      [0, 0, 0, 1, 0, 0, 0], // 0
    ].flat(),
  ),
  subject: ['a', 'b', 'b', 'b', 'c', 'd', 'd'],
  ageYears: Array(7).fill(null),
};
const LIMITS = { atLeast: 0.5, below: 0.25 };

it('sums the negative emotions, whichever was shown and whichever was named', () => {
  const { distress, isNegative } = scoreDistress(images);
  expect([...distress]).toEqual([0.75, 0.375, 0.125, 0.5, 0.25, 0, 0]);
  expect([...isNegative]).toEqual([1, 1, 1, 0, 0, 0, 0]);
});

it('tells hits from misses among the negative, and false alarms from the rest among the others', () => {
  const judged = judgeDistress(scoreDistress(images), LIMITS);
  expect(distressShares(judged)).toEqual({
    hit: 1 / 3,
    missed: 1 / 3,
    falseAlarm: 1 / 4,
    cleared: 2 / 4,
    falseAlarmNeutral: 1 / 2,
  });
  expect(distressShares(judged, [2, 1, 1, 0, 1, 1, 0])).toEqual({
    hit: 2 / 4,
    missed: 1 / 4,
    falseAlarm: 0,
    cleared: 1 / 2,
    falseAlarmNeutral: 0,
  });
  expect(distressCounts(judged, images.subject)).toEqual({
    negativeImages: 3,
    negativeSubjects: 2,
    otherImages: 4,
    otherSubjects: 3,
    neutralImages: 2,
    neutralSubjects: 2,
  });
});

it('says nothing of a side without an image', () => {
  const judged = judgeDistress(scoreDistress(images), LIMITS);
  expect(distressShares(judged, [1, 1, 1, 0, 0, 0, 0])).toMatchObject({
    falseAlarm: null,
    cleared: null,
    falseAlarmNeutral: null,
  });
  expect(distressShares(judged, [0, 0, 0, 1, 0, 0, 0])).toMatchObject({ hit: null, missed: null, falseAlarm: 1 });
});

it('knows a model with fewer emotions', () => {
  const classes = ['anger', 'neutral'] as const;
  const two = { classes, truth: Int8Array.of(0, 1), probabilities: Float32Array.of(0.75, 0.25, 0.125, 0.875) };
  const { distress, isNegative } = scoreDistress({ ...two, subject: ['a', 'b'], ageYears: [null, null] });
  expect([...distress]).toEqual([0.75, 0.125]);
  expect([...isNegative]).toEqual([1, 0]);
});

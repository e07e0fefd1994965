import { expect, it } from 'vitest';
import { type FaceSet, votesForLabels } from '../dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { scoredFaces } from './scored-faces.ts';

function faces(...shown: Emotion[]): FaceSet {
  const emotion = Int8Array.from(shown, (each) => EMOTIONS.indexOf(each));
  return {
    count: shown.length,
    cropPx: 60,
    crops: new Uint8Array(shown.length * 3600),
    emotion,
    votes: votesForLabels(emotion),
    group: shown.map(() => 'child'),
    subject: shown.map((_, i) => `c${i}`),
    ageYears: shown.map((_, i) => i),
    path: shown.map((_, i) => `${i}.jpg`),
  };
}

const MODEL = ['fear', 'happiness', 'neutral'] as const;
const PROBABILITIES = Float32Array.of(0.5, 0.25, 0.25, 0, 1, 0, 0.25, 0.25, 0.5);

it('indexes the truth by the classes and keeps subject and age beside it', () => {
  const { images, leftOut } = scoredFaces(faces('neutral', 'happiness', 'fear'), PROBABILITIES, MODEL);
  expect([...images.truth]).toEqual([2, 1, 0]);
  expect(images.probabilities).toEqual(PROBABILITIES);
  expect([images.subject, images.ageYears, leftOut]).toEqual([['c0', 'c1', 'c2'], [0, 1, 2], 0]);
});

it('leaves other emotions out and scales the rest to sum to 1', () => {
  const scored = scoredFaces(faces('neutral', 'happiness', 'fear'), PROBABILITIES, MODEL, ['neutral', 'fear']);
  expect([scored.rows, scored.leftOut]).toEqual([[0, 2], 1]);
  expect([...scored.images.truth]).toEqual([0, 1]);
  expect([...scored.images.probabilities]).toEqual([1 / 3, 2 / 3, 2 / 3, 1 / 3].map(Math.fround));
});

it('is undecided where the model gives the classes no probability', () => {
  const scored = scoredFaces(faces('fear', 'neutral'), Float32Array.of(0, 1, 0, 0, 1, 0), MODEL, ['fear', 'neutral']);
  expect([...scored.images.probabilities]).toEqual([0.5, 0.5, 0.5, 0.5]);
});

it('refuses a class that the model does not know', () => {
  expect(() => scoredFaces(faces('fear'), PROBABILITIES, MODEL, ['anger'])).toThrow(
    /classes among fear, happiness, neutral were expected; found anger/,
  );
});

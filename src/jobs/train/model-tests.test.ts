import { describe, expect, it } from 'vitest';
import { CROP_PX, type FaceSet, votesForLabels } from '../../core/dataset/faces/face-set.ts';
import { EMOTIONS, type Emotion } from '../../core/emotion/emotion.ts';
import { classesValidated, evaluateTests, type TestSet } from './model-tests.ts';

function facesShowing(shown: readonly Emotion[]): FaceSet {
  const emotion = Int8Array.from(shown, (each) => EMOTIONS.indexOf(each));
  return {
    count: shown.length,
    cropPx: CROP_PX,
    crops: new Uint8Array(shown.length * CROP_PX * CROP_PX),
    emotion,
    votes: votesForLabels(emotion),
    group: shown.map(() => 'child'),
    subject: shown.map((_, i) => `c${i}`),
    ageYears: shown.map(() => 5),
    path: shown.map((_, i) => `${i}.jpg`),
  };
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const photographs = [...times(12, 'neutral' as const), ...times(10, 'fear' as const), ...times(9, 'disgust' as const)];
const rendered = EMOTIONS.flatMap((emotion) => times(10, emotion));
const faces = facesShowing([...photographs, ...rendered]);
const rows = Array.from({ length: faces.count }, (_, row) => row);
const tests: TestSet[] = [
  {
    dataset: 'web',
    hash: 'w',
    imagesHash: 'wi',
    subjectsKnown: false,
    rows: rows.slice(0, photographs.length),
    description: { shows: 'photographs', realChildren: true, licence: null },
  },
  {
    dataset: 'cohort',
    hash: 'c',
    imagesHash: 'ci',
    subjectsKnown: true,
    rows: rows.slice(photographs.length),
    description: null,
  },
];
/** Right, but the first image of all, which is neutral, is named disgust. */
const probabilities = Float32Array.from(
  rows.flatMap((row) =>
    EMOTIONS.map((emotion, k) => Number(row === 0 ? emotion === 'disgust' : faces.emotion[row] === k)),
  ),
);
const otherwise = { shows: 'rendered faces', realChildren: false };
const options = {
  threshold: 0.5,
  distress: null,
  seed: 1,
  otherwise,
  countLook: (hash: string) => (hash === 'w' ? 3 : null),
};

describe('evaluateTests', () => {
  const found = evaluateTests(tests, faces, probabilities, EMOTIONS, options);

  it('reads each dataset apart, says what it shows and counts the look', () => {
    expect(
      found.map(({ dataset, shows, realChildren, lookCount }) => [dataset, shows, realChildren, lookCount]),
    ).toEqual([
      ['web', 'photographs', true, 3],
      ['cohort', 'rendered faces', false, null],
    ]);
    expect(found[1]!.evaluation).toMatchObject({ images: 70, restrictedTo: null, accuracy: { value: 1 } });
  });

  it('counts only what enough images show, and naming something else as an error', () => {
    const { evaluation } = found[0]!;
    expect(evaluation).toMatchObject({ images: 22, leftOut: 9, restrictedTo: ['fear', 'neutral'] });
    expect(evaluation.accuracy.value).toBeCloseTo(21 / 22, 9);
    expect(evaluation.subjectsKnown).toBe(false);
  });

  it('counts everything where no two emotions have enough images, and leaves out a test without images', () => {
    const few = { ...tests[0]!, rows: [0, 12, 22] };
    const [evaluated, ...others] = evaluateTests([few, { ...few, rows: [] }], faces, probabilities, EMOTIONS, options);
    expect(evaluated!.evaluation).toMatchObject({ images: 3, restrictedTo: null, leftOut: 0 });
    expect(others).toEqual([]);
  });

  it('calls validated what enough images of real children show, and nothing else', () => {
    expect(classesValidated(found, EMOTIONS)).toEqual(['fear', 'neutral']);
    expect(classesValidated([found[1]!], EMOTIONS)).toEqual([]);
  });
});

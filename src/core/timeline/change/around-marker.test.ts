import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../../emotion/emotion.ts';
import type { SampleColumns } from '../sample-columns.ts';
import { readingAround } from './around-marker.ts';

/** Ten samples a second, wholly the emotion that holds at their second; none where it is null. */
function samples(seconds: number, emotionAt: (second: number) => Emotion | null): SampleColumns {
  const rows = Array.from({ length: seconds * 10 }, (_, index) => index * 100).flatMap((atMs) => {
    const emotion = emotionAt(Math.floor(atMs / 1000));
    return emotion === null ? [] : [{ atMs, emotion }];
  });
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    probabilities: Float32Array.from(rows.flatMap(({ emotion }) => EMOTIONS.map((each) => Number(each === emotion)))),
    emotion: Int8Array.from(rows, ({ emotion }) => EMOTIONS.indexOf(emotion)),
  };
}

test('a minute before and a minute from the moment on, by the time that was read', () => {
  const calmThenSad = samples(180, (second) => (second < 90 ? 'neutral' : second < 120 ? 'sadness' : 'happiness'));
  const [around] = readingAround(calmThenSad, [], { moments: [90_000], durationMs: 180_000 });
  expect(around?.before).toEqual({ readMs: 60_000, distress: 0, valence: 0 });
  expect(around?.after?.readMs).toBeCloseTo(60_000, 6);
  expect(around?.after?.distress, 'half of it').toBeCloseTo(0.5, 6);
  expect(around?.after?.valence).toBeCloseTo(0, 6);
});

test('a minute of which less than ten seconds were read says nothing, and one that was cut short says what it has', () => {
  const late = samples(100, (second) => (second < 40 || second >= 52 ? null : 'fear'));
  const [begins, ends] = readingAround(late, [], { moments: [45_000, 100_000], durationMs: 100_000 });
  expect(begins).toMatchObject({ before: null, after: null });
  expect(ends?.before?.readMs).toBeCloseTo(12_000 + 150, 6);
  expect(ends?.before?.distress).toBeCloseTo(1, 6);
  expect(ends?.after).toBeNull();
});

import { expect, test } from 'vitest';
import { EMOTIONS, type Emotion } from '../emotion/emotion.ts';
import { isRest } from './rest.ts';

/** A reading of these probabilities; what is left goes to neutral. */
function reading(of: Partial<Record<Emotion, number>>): number[] {
  const felt = Object.values(of).reduce((sum, value) => sum + value, 0);
  return EMOTIONS.map((emotion) => of[emotion] ?? (emotion === 'neutral' ? 1 - felt : 0));
}

function judged(rows: readonly number[][]): boolean {
  const mean = EMOTIONS.map((_, column) => rows.reduce((sum, row) => sum + row[column]!, 0) / rows.length);
  return isRest(Float32Array.from(rows.flat()), mean);
}

const times = (count: number, of: Partial<Record<Emotion, number>>) => Array<number[]>(count).fill(reading(of));
const LAUGHING = { happiness: 0.95 };
const CRYING = { sadness: 0.9 };

test.each([
  ['a face that is read as neutral', times(300, {}), true],
  ['one whose brows read as some sadness all the while', times(300, { sadness: 0.6 }), true],
  ['one that wavers a little', [...times(150, { sadness: 0.1 }), ...times(150, { sadness: 0.3 })], true],
  ['a smile in passing', [...times(270, {}), ...times(30, LAUGHING)], true],
  ['laughing half of the time', [...times(150, {}), ...times(150, LAUGHING)], false],
  ['laughing and crying', [...times(150, LAUGHING), ...times(150, CRYING)], false],
  ['laughing, crying and some rest', [...times(80, LAUGHING), ...times(80, CRYING), ...times(140, {})], false],
  ['laughing all the while', times(300, LAUGHING), false],
  ['crying all the while', times(300, CRYING), false],
  ['a fifth of laughing', [...times(240, {}), ...times(60, LAUGHING)], true],
  ['a little more than a fifth', [...times(239, {}), ...times(61, LAUGHING)], false],
])('%s', (_, rows, expected) => {
  expect(judged(rows)).toBe(expected);
});

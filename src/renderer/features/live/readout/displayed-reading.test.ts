import { expect, test } from 'vitest';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { DisplayedReading } from './displayed-reading.ts';

const VALIDATED = ['happiness', 'neutral'] as const;

/** Happiness against sadness, which is not validated. */
function sample(atMs: number, happiness: number): Sample {
  return {
    atMs,
    probabilities: [0, 0, 0, happiness, 1 - happiness, 0, 0],
    emotion: null,
    box: { xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 },
    quality: { brightness: 0.5, sharpness: 50, eyeDistancePx: 60, yawDeg: 0 },
  };
}

test('a jump is followed to 63 % within the time constant, whatever the frame rate', () => {
  for (const stepMs of [20, 50, 100]) {
    const displayed = new DisplayedReading({ threshold: 0.5, validated: VALIDATED });
    // The same word before and after: bars wait for a new one.
    displayed.reading(sample(0, 0.6));
    let happiness = 0;
    for (let atMs = stepMs; atMs <= 200; atMs += stepMs) {
      happiness = displayed.reading(sample(atMs, 1)).shown.probabilities![3]!;
    }
    expect(happiness).toBeCloseTo(0.6 + 0.4 * (1 - Math.exp(-1)), 6);
  }
});

test('the probabilities still sum to 1, and doubt is "not sure", less likely than the threshold', () => {
  const displayed = new DisplayedReading({ threshold: 0.7, validated: VALIDATED });
  for (let atMs = 0; atMs < 1000; atMs += 100) displayed.reading(sample(atMs, 0.9));
  let last = displayed.reading(sample(1000, 0.9)).shown;
  for (let atMs = 1100; atMs <= 4000; atMs += 100) last = displayed.reading(sample(atMs, 0.55)).shown;
  expect(last.probabilities!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  expect(last.word).toEqual({ kind: 'not-sure', mightBe: null });
  expect(last.confidence).toBeCloseTo(0.55, 2);
});

test('while a word is held, its confidence and its bars are never those of another word', () => {
  const displayed = new DisplayedReading({ threshold: 0.7, validated: VALIDATED });
  for (let atMs = 0; atMs < 20_000; atMs += 66) {
    const { word, confidence, probabilities } = displayed.reading(sample(atMs, 0.5 + 0.5 * Math.sin(atMs / 300))).shown;
    expect(Math.max(...probabilities!)).toBe(confidence);
    const likeliest = EMOTIONS[probabilities!.indexOf(confidence)];
    if (word.kind === 'emotion') expect(likeliest).toBe(word.emotion);
    else if (word.kind === 'not-sure' && word.mightBe !== null) expect(likeliest).toBe(word.mightBe);
    else expect(confidence).toBeLessThan(0.7);
  }
});

test('a face to either side of the threshold is named while two in five readings are sure of it and none of another', () => {
  const shownOf = (readings: readonly number[]) => {
    const displayed = new DisplayedReading({ threshold: 0.7, validated: ['happiness', 'sadness'] });
    const shown = readings.map((happiness, index) => displayed.reading(sample(66 * index, happiness)).shown);
    return shown.slice(-15);
  };
  const times = (count: number, ...readings: readonly number[]) => Array.from({ length: count }, () => readings).flat();
  // Their mean is .66 and .6: never sure by itself.
  const half = shownOf(times(20, 0.6, 0.72));
  expect(half.every(({ word }) => word.kind === 'emotion' && word.emotion === 'happiness')).toBe(true);
  expect(half.every(({ confidence }) => confidence < 0.7)).toBe(true);
  expect(shownOf(times(12, 0.6, 0.6, 0.6, 0.6, 0.72)).every(({ word }) => word.kind === 'not-sure')).toBe(true);
  expect(shownOf(times(12, 0.72, 0.6, 0.72, 0.25)).every(({ word }) => word.kind === 'not-sure')).toBe(true);
});

test('an emotion that was not validated on children is never the word', () => {
  const displayed = new DisplayedReading({ threshold: 0.5, validated: VALIDATED });
  const { shown, now } = displayed.reading(sample(0, 0.1));
  expect(shown.word).toEqual({ kind: 'not-sure', mightBe: 'sadness' });
  expect(now.emotion).toBe('sadness');
  expect(shown.confidence).toBeCloseTo(0.9, 9);
});

test('two sure emotions are not mixed into "not sure": the word changes with the third reading that agrees', () => {
  const displayed = new DisplayedReading({ threshold: 0.7, validated: ['happiness', 'sadness'] });
  for (let atMs = 0; atMs <= 1980; atMs += 66) displayed.reading(sample(atMs, 0.95));
  const words = [2046, 2112, 2178, 2244].map((atMs) => displayed.reading(sample(atMs, 0.05)).shown);
  expect(words.map(({ word }) => word)).toEqual([
    { kind: 'emotion', emotion: 'happiness' },
    { kind: 'emotion', emotion: 'happiness' },
    { kind: 'emotion', emotion: 'sadness' },
    { kind: 'emotion', emotion: 'sadness' },
  ]);
  // What is shown with the word is of the readings that agree on it, none of those before.
  expect(words[2]!.probabilities![3]).toBeCloseTo(0.05, 9);
});

test('one reading that is sure of something else is a tremble', () => {
  const displayed = new DisplayedReading({ threshold: 0.7, validated: ['happiness', 'sadness'] });
  for (let atMs = 0; atMs < 4000; atMs += 66) {
    const { word } = displayed.reading(sample(atMs, atMs % 660 === 594 ? 0.02 : 0.95)).shown;
    expect(word).toEqual({ kind: 'emotion', emotion: 'happiness' });
  }
});

test('a missed frame changes nothing, a longer one says why', () => {
  const displayed = new DisplayedReading({ threshold: 0.5, validated: VALIDATED });
  displayed.reading(sample(0, 1));
  expect(displayed.missing(100, 'no-face')).toBeNull();
  expect(displayed.missing(600, 'no-face')).toEqual({
    word: { kind: 'gap', reason: 'no-face' },
    probabilities: null,
    valence: null,
    confidence: 0,
  });
});

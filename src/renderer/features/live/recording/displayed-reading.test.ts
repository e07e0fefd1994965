import { expect, test } from 'vitest';
import type { Sample } from '../../../../core/emotion/sample.ts';
import { DisplayedReading } from './displayed-reading.ts';

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
    const displayed = new DisplayedReading(0.5);
    displayed.reading(sample(0, 0));
    let happiness = 0;
    for (let atMs = stepMs; atMs <= 400; atMs += stepMs) {
      happiness = displayed.reading(sample(atMs, 1)).probabilities![3]!;
    }
    expect(happiness).toBeCloseTo(1 - Math.exp(-1), 6);
  }
});

test('the probabilities still sum to 1, and doubt is "not sure"', () => {
  const displayed = new DisplayedReading(0.7);
  displayed.reading(sample(0, 0.9));
  const { probabilities, word, confidence } = displayed.reading(sample(2000, 0.55));
  expect(probabilities!.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
  expect(word).toEqual({ kind: 'not-sure' });
  expect(confidence).toBeCloseTo(0.552, 2);
});

test('a missed frame changes nothing, a longer one says why', () => {
  const displayed = new DisplayedReading(0.5);
  displayed.reading(sample(0, 1));
  expect(displayed.missing(100, 'no-face')).toBeNull();
  expect(displayed.missing(1100, 'no-face')).toEqual({
    word: { kind: 'gap', reason: 'no-face' },
    emotion: null,
    probabilities: null,
    confidence: 0,
  });
});

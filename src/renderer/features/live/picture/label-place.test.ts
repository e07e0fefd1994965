import { expect, test } from 'vitest';
import { labelPlace } from './label-place.ts';

const PICTURE = { widthPx: 640, heightPx: 480 };
const LABEL = { widthPx: 80, heightPx: 27 };
const CHILD = { xPx: 200, yPx: 100, widthPx: 200, heightPx: 240 };

const place = (box: typeof CHILD, keepFree: typeof CHILD | null = CHILD) =>
  labelPlace({ box, ...LABEL, picture: PICTURE, keepFree });

test('the child’s label stands on its face’s box', () => {
  expect(place(CHILD)).toEqual({ xPx: 200, yPx: 73 });
});

test('a face at the upper edge has its label below, and not over its forehead', () => {
  const high = { ...CHILD, yPx: 10 };
  expect(place(high, high)).toEqual({ xPx: 200, yPx: 250 });
});

test('the label of somebody close below the child does not cover the child’s chin', () => {
  expect(place({ xPx: 250, yPx: 345, widthPx: 60, heightPx: 60 })).toEqual({ xPx: 250, yPx: 405 });
});

test('a face over all of the picture’s height has its label at the end that is not the child’s', () => {
  const whole = { xPx: 300, yPx: 0, widthPx: 200, heightPx: 480 };
  expect(place(whole, { ...CHILD, yPx: 60 })).toEqual({ xPx: 300, yPx: 0 });
  expect(place(whole, { ...CHILD, yPx: 10 })).toEqual({ xPx: 300, yPx: 453 });
});

test('a label stays within the picture at both sides', () => {
  expect(place({ ...CHILD, xPx: -30 }, null).xPx).toBe(0);
  expect(place({ ...CHILD, xPx: 620 }, null).xPx).toBe(560);
});

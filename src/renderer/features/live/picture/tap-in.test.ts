import { expect, test } from 'vitest';
import { tapIn } from './tap-in.ts';

/** Half as large as the camera's picture, with bars of 40 at the left and the right. */
const CANVAS = { bounds: { left: 100, top: 50, width: 400, height: 240 }, width: 640, height: 480 };

test('a tap is told in the camera’s pixels', () => {
  const tap = { clientX: 100 + 40 + 80, clientY: 50 + 60 };
  expect(tapIn({ ...CANVAS, isMirrored: false }, tap)).toEqual({ xPx: 160, yPx: 120 });
});

test('in a mirrored picture it is told where the camera saw what was tapped', () => {
  const tap = { clientX: 100 + 40 + 80, clientY: 50 + 60 };
  expect(tapIn({ ...CANVAS, isMirrored: true }, tap)).toEqual({ xPx: 480, yPx: 120 });
});

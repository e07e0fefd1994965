import { expect, it } from 'vitest';
import { enlarged, moved, rectangle, rowsInside, wholeMap } from './map-view.ts';

const PLACES = Float32Array.of(0, 0, 1, 1, 0.5, 0.5, 0.25, 0.75);

it('shows the whole map in the middle, whatever the shape of the canvas', () => {
  const view = wholeMap(432, 232);
  expect(view).toEqual({ scale: 200, left: 116, top: 16 });
  expect(rowsInside(PLACES, view, rectangle(0, 0, 432, 232))).toEqual([0, 1, 2, 3]);
  expect(rowsInside(PLACES, view, rectangle(100, 0, 40, 40))).toEqual([0]);
});

it('finds what a bent outline holds, and not what lies in its hollow', () => {
  const view = { scale: 100, left: 0, top: 0 };
  const hollow = [
    [-5, -5],
    [105, -5],
    [105, 105],
    [60, 105],
    [60, 20],
    [40, 20],
    [40, 105],
    [-5, 105],
  ] as const;
  expect(rowsInside(PLACES, view, hollow)).toEqual([0, 1, 3]);
  expect(rowsInside(PLACES, view, [])).toEqual([]);
});

it('enlarges around a place that stays, within bounds, and moves', () => {
  const whole = wholeMap(232, 232);
  const near = enlarged(whole, 2, [66, 116], whole);
  expect(near.scale).toBe(400);
  // A quarter of the way along the map is at 66 before and after.
  expect(0.25 * near.scale + near.left).toBeCloseTo(66, 9);
  expect(enlarged(whole, 1e6, [0, 0], whole).scale).toBe(12_000);
  expect(enlarged(whole, 1e-6, [0, 0], whole).scale).toBe(100);
  expect(moved(whole, 3, -4)).toEqual({ ...whole, left: 19, top: 12 });
});

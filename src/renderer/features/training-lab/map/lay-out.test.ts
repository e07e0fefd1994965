import { expect, it } from 'vitest';
import { randomAt } from '../../../../core/training/views/random.ts';
import { FEWEST_POINTS } from './fewest-points.ts';
import { layOut } from './lay-out.ts';

/** Three heaps of points, one after the other. */
function heaps(each: number): Float32Array {
  const random = randomAt(3, 1);
  return Float32Array.from({ length: 3 * each * 8 }, (_, i) => {
    const heap = Math.floor(i / 8 / each);
    return random.normal() + ((i % 8) % 3 === heap ? 6 : 0);
  });
}

it('keeps neighbours together, gives the same map for a seed and another for another', () => {
  const points = heaps(20);
  const epochs: number[] = [];
  const map = layOut(points, 8, 5, ({ epoch }) => epochs.push(epoch));
  expect(epochs).toEqual([...epochs.keys()]);
  expect(layOut(points, 8, 5)).toEqual(map);
  expect(layOut(points, 8, 6)).not.toEqual(map);
  for (const value of map) expect(value >= 0 && value <= 1).toBe(true);

  const nearest = (row: number) =>
    [...Array(60).keys()]
      .filter((other) => other !== row)
      .sort((a, b) => distance(map, row, a) - distance(map, row, b))[0]!;
  const same = [...Array(60).keys()].filter((row) => Math.floor(nearest(row) / 20) === Math.floor(row / 20));
  expect(same.length).toBeGreaterThan(57);
});

it('wants enough points to have neighbours', () => {
  expect(() => layOut(new Float32Array(8 * (FEWEST_POINTS - 1)), 8, 1)).toThrow(RangeError);
  expect(() => layOut(new Float32Array(), 0, 1)).toThrow(RangeError);
});

function distance(map: Float32Array, a: number, b: number): number {
  return Math.hypot(map[2 * a]! - map[2 * b]!, map[2 * a + 1]! - map[2 * b + 1]!);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from '../step/gradient-step.ts';
import { cutBatch } from './cut-batch.ts';

/** Every pixel tells its place: two a row. */
function batchOf(rows: number): Batch {
  return {
    images: new Int32Array(rows),
    classes: new Int32Array(rows),
    pixels: Float32Array.from({ length: rows * 2 }, (_, i) => i),
    targets: new Float32Array(rows * 3),
  };
}

test('parts follow each other', () => {
  expect(cutBatch(batchOf(3), 2)).toEqual([
    { rows: 2, pixels: Float32Array.of(0, 1, 2, 3) },
    { rows: 1, pixels: Float32Array.of(4, 5) },
  ]);
});

test('every row is in one part, in its order; no part is empty, none longer by two than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 9 }), (rows, wanted) => {
      const parts = cutBatch(batchOf(rows), wanted);
      expect(parts.length).toBe(Math.min(wanted, rows));
      expect(parts.flatMap(({ pixels }) => [...pixels])).toEqual([...batchOf(rows).pixels]);
      const lengths = parts.map((part) => part.rows);
      expect(parts.map(({ pixels }) => pixels.length / 2)).toEqual(lengths);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(1);
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
    }),
  );
});

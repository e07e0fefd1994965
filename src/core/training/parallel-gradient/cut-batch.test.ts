import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Batch } from '../step/gradient-step.ts';
import { cutBatch } from './cut-batch.ts';

/** Every number tells its row: pixels 2 a row, targets 3. */
function batchOf(viewsOfImages: readonly number[]): Batch {
  const images = Int32Array.from(viewsOfImages.flatMap((views, image) => Array<number>(views).fill(image)));
  return {
    images,
    classes: images.map((_, row) => row),
    pixels: Float32Array.from({ length: images.length * 2 }, (_, i) => i),
    targets: Float32Array.from({ length: images.length * 3 }, (_, i) => i),
  };
}

test('deals images out in turn, with all their views', () => {
  const [even, odd] = cutBatch(batchOf([2, 1, 3, 2]), 2);
  expect([...even!.rows]).toEqual([0, 1, 3, 4, 5]);
  expect([...odd!.rows]).toEqual([2, 6, 7]);
  expect(odd!.batch).toEqual({
    images: Int32Array.of(1, 3, 3),
    classes: Int32Array.of(2, 6, 7),
    pixels: Float32Array.of(4, 5, 12, 13, 14, 15),
    targets: Float32Array.of(6, 7, 8, 18, 19, 20, 21, 22, 23),
  });
});

test('every row is in one part, no image in two, none alone', () => {
  const batches = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 9 }), (views, wanted) => {
      const parts = cutBatch(batchOf(views), wanted);
      expect(parts.length).toBe(Math.min(wanted, Math.floor(views.length / 2)));
      const rows = parts.flatMap((part) => [...part.rows]).sort((a, b) => a - b);
      expect(rows).toEqual(Array.from(rows.keys()));
      const images = parts.map(({ batch }) => new Set(batch.images));
      expect(images.reduce((sum, { size }) => sum + size, 0)).toBe(views.length);
      for (const { size } of images) expect(size).toBeGreaterThanOrEqual(2);
    }),
  );
});

test('one image is one part', () => {
  expect(cutBatch(batchOf([2]), 4)).toEqual([{ rows: Int32Array.of(0, 1), batch: batchOf([2]) }]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SampleColumns } from '../../../contract/sessions.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { bucketSamples } from './bucket-samples.ts';
import { chartColumns } from './chart-data.ts';
import { namedStretches } from './draw-strip.ts';

/** Samples at the given moments whose one emotion takes the given share and the others the rest evenly. */
function samplesAt(rows: readonly { atMs: number; emotion: number; share: number; sure?: boolean }[]): SampleColumns {
  return {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    probabilities: Float32Array.from(
      rows.flatMap(({ emotion, share }) => EMOTIONS.map((_, k) => (k === emotion ? share : (1 - share) / 6))),
    ),
    emotion: Int8Array.from(rows, ({ emotion, sure = true }) => (sure ? emotion : -1)),
  };
}

describe('bucketSamples', () => {
  it('means, and keeps the lowest and the highest reading', () => {
    const samples = samplesAt([
      { atMs: 0, emotion: 3, share: 0.5 },
      { atMs: 100, emotion: 3, share: 0.9 },
      { atMs: 200, emotion: 3, share: 0.7, sure: false },
    ]);
    const { widthMs, buckets } = bucketSamples(samples, { fromMs: 0, toMs: 10_000 }, 100);
    expect(widthMs).toBe(250);
    expect(buckets).toHaveLength(1);
    const [bucket] = buckets;
    expect(bucket).toMatchObject({ fromMs: 0, samples: 3, strongest: 3, named: 3 });
    expect(bucket?.mean[3]).toBeCloseTo(0.7, 6);
    expect(bucket?.low).toBeCloseTo(0.5, 6);
    expect(bucket?.high).toBeCloseTo(0.9, 6);
  });

  it('says "not sure" where most samples did', () => {
    const samples = samplesAt([
      { atMs: 0, emotion: 1, share: 0.5 },
      { atMs: 60, emotion: 1, share: 0.4, sure: false },
      { atMs: 120, emotion: 1, share: 0.4, sure: false },
    ]);
    expect(bucketSamples(samples, { fromMs: 0, toMs: 1_000 }, 10).buckets[0]?.named).toBe(-1);
  });

  it('counts every sample of the range once, in few enough buckets, in order of time', () => {
    const steps = fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(steps, fc.integer({ min: 10, max: 500 }), (gapsMs, mostBuckets) => {
        let atMs = 0;
        const rows = gapsMs.map((gapMs, index) => {
          atMs += gapMs;
          return { atMs, emotion: index % 7, share: 0.4 };
        });
        const { buckets } = bucketSamples(samplesAt(rows), { fromMs: 0, toMs: atMs + 1 }, mostBuckets);
        expect(buckets.reduce((sum, bucket) => sum + bucket.samples, 0)).toBe(rows.length);
        expect(buckets.length).toBeLessThanOrEqual(mostBuckets + 1);
        expect(buckets.map(({ fromMs }) => fromMs)).toEqual(
          buckets.map(({ fromMs }) => fromMs).toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it('gives the same buckets while the range moves', () => {
    const rows = Array.from({ length: 600 }, (_, index) => ({
      atMs: index * 67,
      emotion: (index >> 5) % 7,
      share: 0.6,
    }));
    const before = bucketSamples(samplesAt(rows), { fromMs: 5_000, toMs: 15_000 }, 20).buckets;
    const after = bucketSamples(samplesAt(rows), { fromMs: 7_345, toMs: 17_345 }, 20).buckets;
    const shared = after.filter(({ fromMs }) => before.some((bucket) => bucket.fromMs === fromMs));
    expect(shared.length).toBeGreaterThan(10);
    expect(before).toEqual(expect.arrayContaining(shared));
  });

  // Takes 15 to 30 ms on an idle core; the bound is for busy machines and still catches a quadratic loop.
  it('gathers eight hours at once', () => {
    const count = 8 * 3600 * 15;
    const samples: SampleColumns = {
      count,
      atMs: Float64Array.from({ length: count }, (_, index) => index * (1000 / 15)),
      probabilities: new Float32Array(count * 7).fill(1 / 7),
      emotion: new Int8Array(count),
    };
    const range = { fromMs: 0, toMs: 8 * 3_600_000 };
    bucketSamples(samples, range, 500);
    const startMs = performance.now();
    bucketSamples(samples, range, 500);
    expect(performance.now() - startMs).toBeLessThan(500);
  });
});

describe('what is drawn from buckets', () => {
  const samples = samplesAt([
    { atMs: 0, emotion: 6, share: 0.6 },
    { atMs: 250, emotion: 6, share: 0.6 },
    { atMs: 500, emotion: 3, share: 0.8 },
    { atMs: 5_000, emotion: 3, share: 0.8 },
  ]);
  const buckets = bucketSamples(samples, { fromMs: 0, toMs: 10_000 }, 100);

  it('breaks the lines over time without a sample', () => {
    const [atMs, ...lines] = chartColumns(buckets);
    expect(atMs).toEqual([125, 375, 625, 2_875, 5_125]);
    expect(lines).toHaveLength(7);
    expect(lines.map((line) => line[3])).toEqual([null, null, null, null, null, null, null]);
    expect(lines[3]?.[2]).toBeCloseTo(0.8, 6);
  });

  it('joins neighbours that named the same, never across a gap', () => {
    expect(namedStretches(buckets)).toEqual([
      { named: 6, fromMs: 0, toMs: 500 },
      { named: 3, fromMs: 500, toMs: 750 },
      { named: 3, fromMs: 5_000, toMs: 5_250 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { SessionWindow } from '../../../contract/review/review.ts';
import { chartColumns } from './chart-data.ts';
import { namedStretches, rowAt } from './window-rows.ts';

const SAD = 4;
const HAPPY = 3;

/** A window whose rows are wholly one emotion each, -1 for rows of even doubt. */
function windowOf(bucketMs: number, rows: readonly (readonly [atMs: number, named: number])[]): SessionWindow {
  const probabilities = new Float32Array(rows.length * 7).fill(1 / 7);
  for (const [row, [, named]] of rows.entries()) {
    if (named >= 0) probabilities.fill(0, row * 7, row * 7 + 7)[row * 7 + named] = 1;
  }
  return {
    fromMs: 0,
    toMs: 60_000,
    bucketMs,
    count: rows.length,
    atMs: Float64Array.from(rows, ([atMs]) => atMs),
    probabilities,
    emotion: Int8Array.from(rows, ([, named]) => named),
    samples: new Uint32Array(rows.length).fill(3),
    notSureShare: Float32Array.from(rows, ([, named]) => (named < 0 ? 1 : 0)),
  };
}

describe('the row of a moment', () => {
  const buckets = windowOf(1_000, [
    [0, SAD],
    [1_000, HAPPY],
    [5_000, -1],
  ]);

  it('is the bucket that it falls in, and none where nothing was read', () => {
    expect(rowAt(buckets, 999)?.strongest).toBe(SAD);
    expect(rowAt(buckets, 1_000)?.strongest).toBe(HAPPY);
    expect(rowAt(buckets, 2_000)).toBeNull();
    expect(rowAt(buckets, 5_500)).toMatchObject({ named: -1, fromMs: 5_000, toMs: 6_000 });
    expect(rowAt(buckets, 6_000)).toBeNull();
  });

  it('is a single reading until the next one, and for a quarter of a second at most', () => {
    const readings = windowOf(0, [
      [100, SAD],
      [160, HAPPY],
    ]);
    expect(rowAt(readings, 99)).toBeNull();
    expect(rowAt(readings, 159)).toMatchObject({ named: SAD, toMs: 160 });
    expect(rowAt(readings, 409)).toMatchObject({ named: HAPPY });
    expect(rowAt(readings, 410)).toBeNull();
  });
});

it('neighbouring rows of one emotion are one stretch, and a hole ends it', () => {
  const window = windowOf(1_000, [
    [0, SAD],
    [1_000, SAD],
    [3_000, SAD],
    [4_000, -1],
  ]);
  expect(namedStretches(window)).toEqual([
    { fromMs: 0, toMs: 2_000, named: SAD },
    { fromMs: 3_000, toMs: 4_000, named: SAD },
    { fromMs: 4_000, toMs: 5_000, named: -1 },
  ]);
});

it('curves break where nothing was read, and a sad face is -1 without doubt', () => {
  const [atMs, value, low, high, confidence] = chartColumns(
    windowOf(1_000, [
      [0, SAD],
      [2_000, HAPPY],
    ]),
  );
  expect(atMs).toEqual([500, 1_500, 2_500]);
  expect(value).toEqual([-1, null, 1]);
  expect(low).toEqual([-1, null, 1]);
  expect(high).toEqual([-1, null, 1]);
  expect(confidence).toEqual([1, null, 1]);
});

import { expect, it } from 'vitest';
import type { SessionWindow } from '../../../../contract/review.ts';
import { readingOver } from './reading-over.ts';

const ANGER = 0;
const FEAR = 2;

function seconds(named: readonly number[]): SessionWindow {
  return {
    fromMs: 0,
    toMs: named.length * 1_000,
    bucketMs: 1_000,
    count: named.length,
    atMs: Float64Array.from(named, (_, second) => second * 1_000),
    probabilities: new Float32Array(named.length * 7).fill(1 / 7),
    emotion: Int8Array.from(named),
    samples: new Uint32Array(named.length).fill(15),
    notSureShare: new Float32Array(named.length),
  };
}

it('is what was named longest within the stretch, counting parts of rows by their length', () => {
  const window = seconds([FEAR, FEAR, ANGER, ANGER, ANGER, -1]);
  expect(readingOver(window, { fromMs: 1_500, toMs: 4_000 })).toEqual({ emotion: 'anger', share: 0.8, readMs: 2_500 });
  expect(readingOver(window, { fromMs: 0, toMs: 3_000 })).toMatchObject({ emotion: 'fear', share: 2 / 3 });
  expect(readingOver(window, { fromMs: 5_200, toMs: 9_000 })).toEqual({ emotion: null, share: 1, readMs: 800 });
});

it('is nothing where nothing was read', () => {
  expect(readingOver(seconds([FEAR]), { fromMs: 2_000, toMs: 3_000 })).toBeNull();
});

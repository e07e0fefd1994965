import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gap } from '../emotion/gap.ts';
import { holdsMs } from './covered-time.ts';
import { samplesOf } from './testing/samples-of.ts';

const at = (...timesMs: number[]) => samplesOf(timesMs.map((atMs) => [atMs, 3]));
const gap = (fromMs: number, toMs: number): Gap => ({ fromMs, toMs, reason: 'covered' });
const END_MS = 10_000;

function holds(timesMs: number[], gaps: Gap[] = [], durationMs = END_MS): number[] {
  return [...holdsMs(at(...timesMs), gaps, durationMs)];
}

describe('a sample counts', () => {
  it('to the next one, and for 250 ms at the longest', () => {
    expect(holds([0, 249, 499, 750])).toEqual([249, 250, 250, 250]);
  });

  it('for no time when the next one is of the same moment', () => {
    expect(holds([0, 100, 100, 200])).toEqual([100, 0, 100, 250]);
  });

  it('to the beginning of a gap after it, not to one that began with it or before', () => {
    expect(holds([100], [gap(101, 5000)])).toEqual([1]);
    expect(holds([100], [gap(100, 5000)])).toEqual([250]);
    expect(holds([100], [gap(99, 5000)])).toEqual([250]);
    expect(holds([100], [gap(349, 5000)])).toEqual([249]);
    expect(holds([100], [gap(350, 5000)])).toEqual([250]);
  });

  it('to the first of several gaps after it', () => {
    const gaps = [gap(10, 20), gap(30, 900), gap(140, 150), gap(160, 170)];
    expect(holds([0, 30, 100, 150, 200], gaps)).toEqual([10, 70, 40, 10, 250]);
  });

  it('to the end of the session, and not at all from there on', () => {
    expect(holds([9749, 9999, 10_000, 10_001])).toEqual([250, 1, 0, 0]);
    expect(holds([0], [], 0)).toEqual([0]);
  });
});

it('no sample, no time', () => {
  expect(holds([], [gap(0, 10)])).toEqual([]);
});

it('refuses samples that are not in the order of time, naming the two', () => {
  expect(() => holds([0, 200, 199])).toThrow(
    new RangeError('samples in the order of time were expected; found 199 ms after 200 ms'),
  );
});

/** Moments so close to each other, and to the gaps and the end, that each limit is met in nearly every session. */
const moments = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 }).map((all) => all.sort((a, b) => a - b));

it('is, for each sample, the time to the nearest of all that ends it', () => {
  fc.assert(
    fc.property(
      moments,
      moments,
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(1, 20),
      (times, froms, end, unit) => {
        const timesMs = times.map((each) => each * unit);
        const gaps = froms.map((each) => gap(each * unit, (each + 2) * unit));
        const expected = timesMs.map((atMs, row) => {
          const ends = [
            atMs + 250,
            end * unit,
            ...timesMs.slice(row + 1),
            ...froms.map((each) => each * unit).filter((each) => each > atMs),
          ];
          return Math.max(0, Math.min(...ends) - atMs);
        });
        expect(holds(timesMs, gaps, end * unit)).toEqual(expected);
      },
    ),
  );
});

import { describe, expect, it } from 'vitest';
import { holdsMs } from './covered-time.ts';
import { distressStretches, distressSummary } from './distress-stretches.ts';
import { samplesOf } from './testing/samples-of.ts';

const LIMITS = { atLeast: 0.5, below: 0.2 };
const SAD = [0.125, 0.125, 0, 0, 0.625, 0, 0.125];
const CALM = [0, 0, 0, 0, 0, 0, 1];

/** Ten readings a second of a face that is calm for 5 s, sad for 6 s, and calm for 5 s after a hole of 4 s. */
function session() {
  const rows = [
    ...Array.from({ length: 50 }, (_, i) => ({ atMs: 100 * i, probabilities: CALM })),
    ...Array.from({ length: 60 }, (_, i) => ({ atMs: 5000 + 100 * i, probabilities: SAD })),
    ...Array.from({ length: 50 }, (_, i) => ({ atMs: 15_000 + 100 * i, probabilities: CALM })),
  ];
  const samples = {
    count: rows.length,
    atMs: Float64Array.from(rows, ({ atMs }) => atMs),
    probabilities: Float32Array.from(rows.flatMap(({ probabilities }) => probabilities)),
    emotion: new Int8Array(rows.length).fill(-1),
  };
  return { samples, holds: holdsMs(samples, [], 20_000) };
}

describe('distressStretches', () => {
  const { samples, holds } = session();
  const found = distressStretches(samples, holds, LIMITS);

  it('says one thing after the other, and nothing over time without a reading', () => {
    expect(found.map(({ state }) => state)).toEqual([
      'not-sure',
      'not-seen',
      'not-sure',
      'likely',
      'not-sure',
      'not-seen',
    ]);
    const [, , , likely, anew] = found;
    expect(likely!.toMs).toBeLessThan(12_000);
    expect(anew!.fromMs).toBe(15_000);
    expect(found.at(-1)!.toMs).toBe(20_000);
    for (const [i, each] of found.entries()) {
      expect(each.toMs).toBeGreaterThan(each.fromMs);
      expect(each.fromMs).toBeGreaterThanOrEqual(found[i - 1]?.toMs ?? 0);
    }
  });

  it('gives the mean of the readings themselves, not of the smoothed curve', () => {
    expect(found[3]!.meanDistress).toBeCloseTo(0.875, 6);
    expect(found[1]!.meanDistress).toBeLessThan(0.3);
  });

  it('is summed up by what was said; all of it together is the time with readings', () => {
    const summary = distressSummary(found, LIMITS);
    expect(summary.episodes).toEqual([
      { fromMs: found[3]!.fromMs, toMs: found[3]!.toMs, meanDistress: found[3]!.meanDistress },
    ]);
    expect(summary).toMatchObject({ ...LIMITS, likelyMs: found[3]!.toMs - found[3]!.fromMs });
    const usableMs = holds.reduce((sum, each) => sum + each, 0);
    expect(summary.likelyMs + summary.notSeenMs + summary.notSureMs).toBeCloseTo(usableMs, 6);
  });

  it('is empty without readings', () => {
    const none = samplesOf([]);
    expect(distressStretches(none, holdsMs(none, [], 1000), LIMITS)).toEqual([]);
    expect(distressSummary([], LIMITS)).toEqual({ ...LIMITS, likelyMs: 0, notSeenMs: 0, notSureMs: 0, episodes: [] });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GAP_REASONS, type Gap } from '../emotion/gap.ts';
import { samplesOf, steady } from './testing/samples-of.ts';
import { readTimeline, summarise, TIMELINE_VERSION } from './timeline.ts';

const HAPPINESS = 3;
const NEUTRAL = 6;
const DURATION_MS = 6000;

const anySamples = fc
  .uniqueArray(fc.integer({ min: 0, max: DURATION_MS + 300 }), { maxLength: 120 })
  .chain((times) =>
    fc
      .array(fc.integer({ min: -1, max: 6 }), { minLength: times.length, maxLength: times.length })
      .map((emotions) => samplesOf(times.sort((a, b) => a - b).map((atMs, row) => [atMs, emotions[row]!]))),
  );

const anyGaps: fc.Arbitrary<Gap[]> = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: DURATION_MS }), fc.integer({ min: 0, max: 2500 }), fc.constantFrom(...GAP_REASONS))
    .map(([fromMs, lengthMs, reason]) => ({ fromMs, toMs: fromMs + lengthMs, reason })),
  { maxLength: 8 },
);

const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);

test('usable time, gaps and stutter make up the duration; named and not sure make up the usable time', () => {
  fc.assert(
    fc.property(anySamples, anyGaps, (samples, gaps) => {
      const timeline = readTimeline(samples, gaps, DURATION_MS);
      const { usableMs, notSureMs, emotionMs, gapMsByReason, unaccountedMs, coverage } = timeline.summary;
      expect(usableMs + sum(Object.values(gapMsByReason)) + unaccountedMs).toBeCloseTo(DURATION_MS, 6);
      expect(sum(Object.values(emotionMs)) + notSureMs).toBeCloseTo(usableMs, 6);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1);
    }),
  );
});

test('each millisecond is a gap, or read, as a slow reference says', () => {
  fc.assert(
    fc.property(anySamples, anyGaps, (samples, gaps) => {
      const { summary } = readTimeline(samples, gaps, DURATION_MS);
      let usableMs = 0;
      let recordedMs = 0;
      for (let ms = 0; ms < DURATION_MS; ms += 1) {
        const isRead = isReadAt(samples.atMs, gaps, ms);
        usableMs += Number(isRead);
        recordedMs += Number(!isRead && gaps.some((gap) => gap.fromMs <= ms && ms < gap.toMs));
      }
      expect(summary.usableMs).toBe(usableMs);
      const { interrupted: _, ...others } = summary.gapMsByReason;
      expect(sum(Object.values(others))).toBeLessThanOrEqual(recordedMs);
      expect(sum(Object.values(summary.gapMsByReason))).toBeGreaterThanOrEqual(recordedMs);
    }),
    { numRuns: 40 },
  );
});

/** The last sample at or before the moment speaks for it: for 250 ms, and until a gap begins after it. */
function isReadAt(atMs: Float64Array, gaps: readonly Gap[], ms: number): boolean {
  const lastMs = atMs.findLast((each) => each <= ms);
  if (lastMs === undefined || ms >= lastMs + 250) return false;
  return !gaps.some((gap) => gap.fromMs > lastMs && gap.fromMs <= ms);
}

test('gaps come in order, apart from each other and from the samples', () => {
  fc.assert(
    fc.property(anySamples, anyGaps, (samples, recorded) => {
      const { gaps } = readTimeline(samples, recorded, DURATION_MS);
      for (const [index, gap] of gaps.entries()) {
        expect(gap.toMs).toBeGreaterThan(gap.fromMs);
        expect(gap.toMs).toBeLessThanOrEqual(DURATION_MS);
        expect(gap.fromMs).toBeGreaterThanOrEqual(gaps[index - 1]?.toMs ?? 0);
        const inside = samples.atMs.findIndex((atMs) => atMs > gap.fromMs && atMs < gap.toMs);
        // Only a sample that counts for no time at all may lie within a gap.
        if (inside >= 0) expect(samples.atMs[inside]! >= DURATION_MS).toBe(true);
      }
    }),
  );
});

test('episodes come in order, last a second, do not overlap and lie in covered time', () => {
  fc.assert(
    fc.property(anySamples, anyGaps, (samples, recorded) => {
      const { gaps, summary } = readTimeline(samples, recorded, DURATION_MS);
      for (const [index, episode] of summary.episodes.entries()) {
        expect(episode.toMs - episode.fromMs).toBeGreaterThanOrEqual(1000);
        expect(episode.fromMs).toBeGreaterThanOrEqual(summary.episodes[index - 1]?.toMs ?? 0);
        expect(gaps.some((gap) => gap.fromMs < episode.toMs && gap.toMs > episode.fromMs)).toBe(false);
      }
    }),
  );
});

test('a session in words: happy, away, neutral, with a hole that nobody explained', () => {
  const samples = samplesOf([...steady(0, 2000, HAPPINESS), ...steady(3000, 4500, NEUTRAL), ...steady(5750, 6000, -1)]);
  const recorded: Gap[] = [{ fromMs: 2000, toMs: 2900, reason: 'turned-away' }];
  const { gaps, summary } = readTimeline(samples, recorded, DURATION_MS);
  expect(gaps).toEqual([
    { fromMs: 2000, toMs: 2900, reason: 'turned-away' },
    { fromMs: 4700, toMs: 5750, reason: 'interrupted' },
  ]);
  expect(summary).toMatchObject({
    usableMs: 2000 + 1700 + 250,
    notSureMs: 250,
    emotionMs: { happiness: 2000, neutral: 1700, anger: 0 },
    gapMsByReason: { 'turned-away': 900, interrupted: 1050 },
    unaccountedMs: 100,
    coverage: 3950 / 6000,
  });
  expect(summary.episodes.map(({ emotion, fromMs, toMs }) => [emotion, fromMs, toMs])).toEqual([
    ['happiness', 0, 2000],
    ['neutral', 3000, 4700],
  ]);
});

const LIMITS = { atLeast: 0.5, below: 0.4 };

test('what is kept as version 3: where this changes, TIMELINE_VERSION is to be raised', () => {
  const samples = samplesOf([...steady(0, 1500, HAPPINESS), ...steady(3000, 3200, NEUTRAL), ...steady(3300, 3400, -1)]);
  const timeline = readTimeline(samples, [{ fromMs: 1500, toMs: 2600, reason: 'covered' }], 4000, LIMITS);
  const emotionMs = { anger: 0, disgust: 0, fear: 0, happiness: 1500, sadness: 0, surprise: 0, neutral: 300 };
  expect({ version: TIMELINE_VERSION, timeline }).toEqual({
    version: 3,
    timeline: {
      gaps: [{ fromMs: 1500, toMs: 2600, reason: 'covered' }],
      distress: [
        { state: 'not-sure', fromMs: 0, toMs: 1000, meanDistress: expect.closeTo(0.2, 6) },
        { state: 'not-seen', fromMs: 1000, toMs: 1500, meanDistress: expect.closeTo(0.2, 6) },
        { state: 'not-sure', fromMs: 3000, toMs: 3600, meanDistress: expect.closeTo((4 * 0.2 + 2 * (4 / 7)) / 6, 6) },
      ],
      summary: {
        durationMs: 4000,
        usableMs: 2100,
        notSureMs: 300,
        coverage: 0.525,
        emotionMs,
        episodes: [{ emotion: 'happiness', fromMs: 0, toMs: 1500, meanProbability: 0.699999988079071 }],
        distress: { ...LIMITS, likelyMs: 0, notSeenMs: 500, notSureMs: 1600, episodes: [] },
        gapMsByReason: { covered: 1100 },
        unaccountedMs: 800,
      },
    },
  });
});

test('the first emotion of the list has its time, which is not that of "not sure"', () => {
  const summary = summarise(samplesOf([...steady(0, 1000, 0), ...steady(1000, 1500, -1)]), [], 1500);
  expect(summary).toMatchObject({ emotionMs: { anger: 1000, disgust: 0 }, notSureMs: 500, coverage: 1 });
});

test('a session of no length, and one without samples', () => {
  expect(summarise(samplesOf([]), [], 0)).toMatchObject({
    coverage: 0,
    usableMs: 0,
    gapMsByReason: {},
    unaccountedMs: 0,
  });
  expect(summarise(samplesOf([]), [], 5000)).toMatchObject({ coverage: 0, gapMsByReason: { interrupted: 5000 } });
  expect(() => summarise(samplesOf([]), [], Number.NaN)).toThrow('a duration of 0 ms or more was expected; found NaN');
  expect(() =>
    summarise(
      samplesOf([
        [9, 1],
        [8, 1],
      ]),
      [],
      20,
    ),
  ).toThrow(RangeError);
});

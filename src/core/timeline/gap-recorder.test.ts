import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GapReason } from '../emotion/gap.ts';
import { GapRecorder } from './gap-recorder.ts';

describe('GapRecorder', () => {
  test('a gap runs from the first moment without a reading to the next reading', () => {
    const gaps = new GapRecorder();
    gaps.reading(0);
    gaps.missing(66, 'no-face');
    gaps.missing(2000, 'no-face');
    expect(gaps.take()).toEqual([]);
    expect(gaps.reason).toBe('no-face');
    gaps.reading(2066);
    expect(gaps.take()).toEqual([{ fromMs: 66, toMs: 2066, reason: 'no-face' }]);
    expect(gaps.take()).toEqual([]);
    expect(gaps.reason).toBeNull();
  });

  test('a frame or two without a face is no gap', () => {
    const gaps = new GapRecorder();
    gaps.missing(66, 'no-face');
    gaps.reading(200);
    expect(gaps.take()).toEqual([]);
  });

  test('a quarter of a second is a gap, a little less is none', () => {
    const ending = (end: (gaps: GapRecorder, atMs: number) => void, atMs: number) => {
      const gaps = new GapRecorder();
      gaps.missing(100, 'no-face');
      end(gaps, atMs);
      expect(gaps.reason).toBeNull();
      return gaps.take();
    };
    for (const end of [
      (gaps: GapRecorder, atMs: number) => gaps.reading(atMs),
      (gaps: GapRecorder, atMs: number) => gaps.close(atMs),
    ]) {
      expect(ending(end, 349)).toEqual([]);
      expect(ending(end, 350)).toEqual([{ fromMs: 100, toMs: 350, reason: 'no-face' }]);
    }
  });

  test('a reason that lasted a quarter of a second stands by itself, a shorter one takes the one that follows', () => {
    const changingAt = (atMs: number) => {
      const gaps = new GapRecorder();
      gaps.missing(0, 'no-face');
      gaps.missing(atMs, 'blurred');
      expect(gaps.reason).toBe('blurred');
      gaps.close(1000);
      return gaps.take();
    };
    expect(changingAt(249)).toEqual([{ fromMs: 0, toMs: 1000, reason: 'blurred' }]);
    expect(changingAt(250)).toEqual([
      { fromMs: 0, toMs: 250, reason: 'no-face' },
      { fromMs: 250, toMs: 1000, reason: 'blurred' },
    ]);
  });

  test('a piece is written when it is five seconds long', () => {
    const gaps = new GapRecorder();
    gaps.missing(0, 'paused');
    gaps.missing(4999, 'paused');
    expect(gaps.take()).toEqual([]);
    gaps.missing(5000, 'paused');
    expect(gaps.take()).toEqual([{ fromMs: 0, toMs: 5000, reason: 'paused' }]);
  });

  test('each reason has its own gap, without a hole between, and a passing reason gives way', () => {
    const gaps = new GapRecorder();
    gaps.missing(0, 'no-face');
    gaps.missing(1000, 'unsure-who');
    gaps.missing(1100, 'no-face');
    gaps.missing(2000, 'blurred');
    gaps.close(3000);
    expect(gaps.take()).toEqual([
      { fromMs: 0, toMs: 1000, reason: 'no-face' },
      { fromMs: 1000, toMs: 2000, reason: 'no-face' },
      { fromMs: 2000, toMs: 3000, reason: 'blurred' },
    ]);
  });

  test('a long gap is handed out in pieces while it goes on', () => {
    const gaps = new GapRecorder();
    for (let atMs = 0; atMs <= 12_000; atMs += 100) gaps.missing(atMs, 'paused');
    expect(gaps.take()).toEqual([
      { fromMs: 0, toMs: 5000, reason: 'paused' },
      { fromMs: 5000, toMs: 10_000, reason: 'paused' },
    ]);
  });

  test('gaps never overlap, never hold a reading, and leave no quarter second without either', () => {
    const moment = fc.record({
      stepMs: fc.integer({ min: 1, max: 400 }),
      reason: fc.constantFrom<(GapReason | null)[]>(null, 'no-face', 'blurred', 'unsure-who'),
    });
    fc.assert(
      fc.property(fc.array(moment, { minLength: 1, maxLength: 200 }), (moments) => {
        const recorder = new GapRecorder();
        const readings: number[] = [];
        let atMs = 0;
        for (const { stepMs, reason } of moments) {
          atMs += stepMs;
          if (reason) recorder.missing(atMs, reason);
          else {
            recorder.reading(atMs);
            readings.push(atMs);
          }
        }
        recorder.close(atMs);
        const gaps = recorder.take();
        for (const [i, gap] of gaps.entries()) {
          expect(gap.toMs - gap.fromMs).toBeGreaterThanOrEqual(250);
          if (i > 0) expect(gap.fromMs).toBeGreaterThanOrEqual(gaps[i - 1]!.toMs);
          expect(readings.some((at) => at >= gap.fromMs && at < gap.toMs)).toBe(false);
        }
      }),
    );
  });
});

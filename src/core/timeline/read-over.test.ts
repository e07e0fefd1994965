import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { holdsMs } from './covered-time.ts';
import { readOver } from './read-over.ts';
import { samplesOf, steady } from './testing/samples-of.ts';
import { summarise } from './timeline.ts';

const ANGER = 0;
const FEAR = 2;
const HAPPINESS = 3;
const NOT_SURE = -1;

function over(rows: Parameters<typeof samplesOf>[0], fromMs: number, toMs: number, durationMs = 10_000) {
  const samples = samplesOf(rows);
  return readOver(samples, holdsMs(samples, [], durationMs), { fromMs, toMs });
}

describe('what was read over a stretch', () => {
  it('is what was named longest in it, whichever whole seconds it touches', () => {
    const rows = [...steady(0, 600, HAPPINESS), ...steady(600, 3000, FEAR)];
    expect(over(rows, 600, 2400)).toEqual({ emotion: 'fear', share: 1, readMs: 1800 });
    expect(over(rows, 0, 2000)).toEqual({ emotion: 'fear', share: 0.7, readMs: 2000 });
    expect(over(rows, 0, 1000)).toEqual({ emotion: 'happiness', share: 0.6, readMs: 1000 });
  });

  it('cuts samples at its edges, and begins with one from before it that still holds', () => {
    const rows = [
      [0, FEAR],
      [200, ANGER],
    ] as const;
    expect(over(rows, 150, 300)).toEqual({ emotion: 'anger', share: 100 / 150, readMs: 150 });
    expect(over(rows, 190, 5000)).toEqual({ emotion: 'anger', share: 250 / 260, readMs: 260 });
  });

  it('leaves time without a reading out of the share', () => {
    const rows = [...steady(0, 500, FEAR), ...steady(5000, 5500, NOT_SURE), ...steady(5500, 6500, FEAR)];
    expect(over(rows, 0, 6500)).toMatchObject({ emotion: 'fear', readMs: 2200, share: 1700 / 2200 });
  });

  it('names the first of two emotions named equally long, and an emotion before "not sure"', () => {
    expect(over([...steady(0, 500, FEAR), ...steady(500, 1000, ANGER)], 0, 1000)).toMatchObject({ emotion: 'anger' });
    const doubt = [...steady(0, 500, NOT_SURE), ...steady(500, 1000, FEAR)];
    expect(over(doubt, 0, 1000)).toMatchObject({ emotion: 'fear', share: 0.5 });
    expect(over(doubt, 0, 999)).toMatchObject({ emotion: null, share: 500 / 999 });
  });

  it('is nothing where nothing was read', () => {
    expect(over(steady(0, 500, FEAR), 2000, 3000)).toBeNull();
    expect(over([], 0, 1000)).toBeNull();
  });

  it('is, over the whole session, what its summary says', () => {
    const row = fc.tuple(fc.integer({ min: 1, max: 600 }), fc.integer({ min: -1, max: EMOTIONS.length - 1 }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (steps) => {
        let atMs = 0;
        const rows = steps.map(([stepMs, emotion]) => {
          atMs += stepMs;
          return [atMs, emotion] as const;
        });
        const durationMs = atMs + 300;
        const { usableMs, notSureMs, emotionMs } = summarise(samplesOf(rows), [], durationMs);
        const read = over(rows, 0, durationMs, durationMs)!;
        expect(read.readMs).toBe(usableMs);
        const longestMs = Math.max(notSureMs, ...Object.values(emotionMs));
        expect(read.share).toBe(longestMs / usableMs);
        expect(read.emotion === null ? notSureMs : emotionMs[read.emotion]).toBe(longestMs);
      }),
    );
  });
});

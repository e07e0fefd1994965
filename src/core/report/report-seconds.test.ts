import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMOTIONS } from '../emotion/emotion.ts';
import { secondsOf } from './report-seconds.ts';
import { samplesOf } from './testing/document-of.ts';

const rowsInOrder = fc
  .array(fc.record({ stepMs: fc.double({ min: 1, max: 3000, noNaN: true }), emotion: fc.integer({ min: -1, max: 6 }) }))
  .map((steps) => {
    let atMs = 0;
    return steps.map(({ stepMs, emotion }) => {
      atMs += stepMs;
      return { atMs, emotion };
    });
  });

test('each second holds the mean and the most named of its samples, looked up the slow way', () => {
  fc.assert(
    fc.property(rowsInOrder, (rows) => {
      const samples = samplesOf(rows);
      const seconds = secondsOf(samples);
      const wanted = [...new Set(rows.map(({ atMs }) => Math.floor(atMs / 1000) * 1000))];
      expect(Array.from(seconds.atMs)).toEqual(wanted);
      for (const [row, fromMs] of wanted.entries()) {
        const within = rows.flatMap(({ atMs, emotion }, index) =>
          atMs >= fromMs && atMs < fromMs + 1000 ? [{ emotion, index }] : [],
        );
        const named = (emotion: number) => within.filter((each) => each.emotion === emotion).length;
        expect(seconds.samples[row]).toBe(within.length);
        expect(seconds.notSureShare[row]).toBeCloseTo(named(-1) / within.length, 6);
        const most = Math.max(...[-1, 0, 1, 2, 3, 4, 5, 6].map(named));
        expect(named(seconds.emotion[row]!)).toBe(most);
        for (const column of EMOTIONS.keys()) {
          const sum = within.reduce((total, { index }) => total + samples.probabilities[index * 7 + column]!, 0);
          expect(seconds.probabilities[row * 7 + column]).toBeCloseTo(sum / within.length, 5);
        }
      }
    }),
  );
});

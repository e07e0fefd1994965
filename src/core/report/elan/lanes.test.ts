import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lanesOf } from './lanes.ts';

const intervals = fc.array(
  fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })).map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length })),
  { maxLength: 30 },
);

test('every interval is in one lane, none of a lane overlap, and there are as few lanes as ever overlap at once', () => {
  fc.assert(
    fc.property(intervals, (all) => {
      const lanes = lanesOf(all);
      expect(lanes.flat()).toHaveLength(all.length);
      for (const lane of lanes) {
        for (const [index, { fromMs }] of lane.entries()) {
          if (index > 0) expect(fromMs).toBeGreaterThanOrEqual(lane[index - 1]!.toMs);
        }
      }
      const atOnce = all.map(({ fromMs: ms }) => all.filter(({ fromMs, toMs }) => fromMs <= ms && ms < toMs).length);
      expect(lanes).toHaveLength(Math.max(1, ...atOnce));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampRange, panRange, SHORTEST_RANGE_MS, zoomRange } from './time-range.ts';

const WHOLE_MS = 600_000;
const anyRange = fc
  .tuple(fc.double({ min: -1e6, max: 2e6, noNaN: true }), fc.double({ min: 0, max: 2e6, noNaN: true }))
  .map(([fromMs, lengthMs]) => ({ fromMs, toMs: fromMs + lengthMs }));

describe('time ranges', () => {
  it('always lie within the session and can be looked at', () => {
    fc.assert(
      fc.property(anyRange, fc.double({ min: 0.1, max: 10, noNaN: true }), (range, factor) => {
        for (const next of [
          clampRange(range, WHOLE_MS),
          zoomRange(range, factor, WHOLE_MS),
          panRange(range, factor - 5, WHOLE_MS),
        ]) {
          expect(next.fromMs).toBeGreaterThanOrEqual(0);
          expect(next.toMs).toBeLessThanOrEqual(WHOLE_MS + 1e-6);
          expect(next.toMs - next.fromMs).toBeGreaterThanOrEqual(SHORTEST_RANGE_MS - 1e-6);
        }
      }),
    );
  });

  it('zoom about their centre and move by a share of their length', () => {
    const range = { fromMs: 200_000, toMs: 300_000 };
    expect(zoomRange(range, 0.5, WHOLE_MS)).toEqual({ fromMs: 225_000, toMs: 275_000 });
    expect(panRange(range, -0.25, WHOLE_MS)).toEqual({ fromMs: 175_000, toMs: 275_000 });
  });

  it('show all of a session that is shorter than the shortest range', () => {
    expect(clampRange({ fromMs: 0, toMs: 500 }, 1_000)).toEqual({ fromMs: 0, toMs: 1_000 });
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowAround } from './window-around.ts';

it('asks for all of what is shown, and for less than four times as much', () => {
  const range = fc
    .tuple(fc.double({ min: 0, max: 3e7, noNaN: true }), fc.double({ min: 2_000, max: 3e7, noNaN: true }))
    .map(([fromMs, lengthMs]) => ({ fromMs, toMs: fromMs + lengthMs }));
  fc.assert(
    fc.property(range, (shown) => {
      const asked = windowAround(shown);
      expect(asked.fromMs).toBeLessThanOrEqual(shown.fromMs);
      expect(asked.toMs).toBeGreaterThanOrEqual(shown.toMs);
      expect(asked.toMs - asked.fromMs).toBeLessThanOrEqual(4 * (shown.toMs - shown.fromMs) + 1e-6);
    }),
  );
});

it('asks for the same while the view moves a little', () => {
  expect(windowAround({ fromMs: 10_000, toMs: 14_000 })).toEqual(windowAround({ fromMs: 10_700, toMs: 14_700 }));
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClockOffset } from './clock-offset.ts';

test('is as wrong as the quickest way that a batch had, and never early', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 100 }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      (waysMs, beganAtMs) => {
        const offset = new ClockOffset();
        for (const [index, wayMs] of waysMs.entries()) offset.add(index * 500, beganAtMs + index * 500 + wayMs);
        const errorMs = offset.steadyMs(12_345) - (beganAtMs + 12_345);
        expect(errorMs).toBeGreaterThanOrEqual(-1e-6);
        expect(errorMs).toBeLessThanOrEqual(Math.min(...waysMs) + 1e-6);
        expect(offset.sessionMs(offset.steadyMs(777))).toBeCloseTo(777, 6);
      },
    ),
  );
});

test('follows a clock that a sleep has moved ahead at the first batch after it', () => {
  const offset = new ClockOffset();
  for (let atMs = 0; atMs < 5000; atMs += 500) offset.add(atMs, 1000 + atMs + 4);
  // An hour that the steady clock did not count.
  offset.add(3_605_000, 6000 + 9);
  expect(offset.steadyMs(3_605_000)).toBe(6009);
});

test('forgets what is older than two minutes, so that a clock that runs slow is followed as well', () => {
  const offset = new ClockOffset();
  for (let batch = 0; batch < 400; batch += 1) offset.add(batch * 500, batch * 500 + batch);
  expect(offset.steadyMs(0)).toBe(160);
});

test('says nothing before the first batch', () => {
  expect(() => new ClockOffset().steadyMs(1)).toThrow('a batch was expected before a time is asked for');
});

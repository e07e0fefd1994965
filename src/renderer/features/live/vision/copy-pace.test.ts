import { expect, test } from 'vitest';
import { CopyPace } from './copy-pace.ts';

const EVERY_MS = 80;

function takenOf(apartMs: number, seconds: number): number {
  const pace = new CopyPace(EVERY_MS);
  let taken = 0;
  for (let atMs = 0; atMs < 1000 * seconds; atMs += apartMs) if (pace.takes(atMs)) taken++;
  return taken;
}

test.each([1000 / 30, 40, 1000 / 15])('of pictures %d ms apart twelve and a half are taken a second', (apartMs) => {
  expect(takenOf(apartMs, 60)).toBeGreaterThanOrEqual(745);
  expect(takenOf(apartMs, 60)).toBeLessThanOrEqual(752);
});

test('of pictures that come more seldom all are, and a hole is not made up for', () => {
  expect(takenOf(200, 10)).toBe(50);
  const pace = new CopyPace(EVERY_MS);
  expect([0, 5000, 5033, 5066, 5100].filter((atMs) => pace.takes(atMs))).toEqual([0, 5000, 5033, 5100]);
});

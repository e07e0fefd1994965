import { expect, test } from 'vitest';
import { HeldWord, type Word } from './held-word.ts';
import { RateMeter } from './rate-meter.ts';

const happy: Word = { kind: 'emotion', emotion: 'happiness' };
const sad: Word = { kind: 'emotion', emotion: 'sadness' };
const gone: Word = { kind: 'gap', reason: 'no-face' };

test('a word stands for a second, then gives way at once', () => {
  const held = new HeldWord();
  expect(held.show(happy, 0)).toBe(happy);
  expect(held.show(sad, 400)).toBe(happy);
  expect(held.show(gone, 999)).toBe(happy);
  expect(held.show(gone, 1000)).toBe(gone);
  expect(held.show(sad, 1900)).toBe(gone);
  expect(held.show(sad, 2000)).toBe(sad);
});

test('the same word again does not start its second anew', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  held.show({ ...happy }, 900);
  expect(held.show(sad, 1100)).toBe(sad);
});

test('the rate is that of the last two seconds', () => {
  const meter = new RateMeter();
  for (let atMs = 0; atMs < 10_000; atMs += 50) meter.count(atMs);
  expect(meter.perSecond(9999)).toBe(20);
  expect(meter.perSecond(11_000)).toBeLessThan(11);
  expect(meter.perSecond(20_000)).toBe(0);
});

import { expect, test } from 'vitest';
import { HeldWord, type Shown } from './held-word.ts';
import { RateMeter } from './rate-meter.ts';

const happy: Shown = {
  word: { kind: 'emotion', emotion: 'happiness' },
  confidence: 0.9,
  probabilities: null,
  valence: null,
};
const sad: Shown = {
  word: { kind: 'emotion', emotion: 'sadness' },
  confidence: 0.8,
  probabilities: null,
  valence: null,
};
const gone: Shown = { word: { kind: 'gap', reason: 'no-face' }, confidence: 0, probabilities: null, valence: null };
const dark: Shown = { word: { kind: 'gap', reason: 'too-dark' }, confidence: 0, probabilities: null, valence: null };

test('an emotion stands for a second, then gives way at once', () => {
  const held = new HeldWord();
  expect(held.show(happy, 0)).toBe(happy);
  expect(held.show(sad, 400)).toBe(happy);
  expect(held.show(sad, 999)).toBe(happy);
  expect(held.show(sad, 1000)).toBe(sad);
});

test('a gap shows at once, then stands for a second itself', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  expect(held.show(gone, 100)).toBe(gone);
  expect(held.show(dark, 200)).toBe(gone);
  expect(held.show(happy, 1099)).toBe(gone);
  expect(held.show(happy, 1100)).toBe(happy);
});

test('the same word again does not start its second anew, and its confidence follows', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  const surer = { ...happy, confidence: 0.95 };
  expect(held.show(surer, 900)).toBe(surer);
  expect(held.show(sad, 950)).toBe(surer);
  expect(held.show(sad, 1100)).toBe(sad);
});

test('the rate is that of the last two seconds', () => {
  const meter = new RateMeter();
  for (let atMs = 0; atMs < 10_000; atMs += 50) meter.count(atMs);
  expect(meter.perSecond(9999)).toBe(20);
  expect(meter.perSecond(11_000)).toBeLessThan(11);
  expect(meter.perSecond(20_000)).toBe(0);
});

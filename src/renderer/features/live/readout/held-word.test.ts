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

const doubt: Shown = {
  word: { kind: 'not-sure', mightBe: null },
  confidence: 0.4,
  probabilities: null,
  valence: null,
};

test('an emotion stands for 0.6 s, then gives way at once', () => {
  const held = new HeldWord();
  expect(held.show(happy, 0)).toBe(happy);
  expect(held.show(sad, 400)).toBe(happy);
  expect(held.show(sad, 599)).toBe(happy);
  expect(held.show(sad, 600)).toBe(sad);
});

test('doubt is said once it has lasted for 0.4 s, and an emotion after it at once when it was readable', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  expect(held.show(doubt, 5000)).toBe(happy);
  expect(held.show(happy, 5300)).toBe(happy);
  expect(held.show(doubt, 5350)).toBe(happy);
  expect(held.show(doubt, 5749)).toBe(happy);
  expect(held.show(doubt, 5750)).toBe(doubt);
  expect(held.show(sad, 6049)).toBe(doubt);
  expect(held.show(sad, 6050)).toBe(sad);
});

test('another emotion between two doubts ends the first', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  held.show(doubt, 100);
  expect(held.show(sad, 300)).toBe(happy);
  expect(held.show(doubt, 550)).toBe(happy);
  expect(held.show(doubt, 949)).toBe(happy);
  expect(held.show(doubt, 950)).toBe(doubt);
});

test('a gap shows at once; the next reason waits until it was readable, a reading does not', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  expect(held.show(gone, 100)).toBe(gone);
  expect(held.show(dark, 200)).toBe(gone);
  expect(held.show(happy, 399)).toBe(gone);
  expect(held.show(happy, 400)).toBe(happy);
  held.show(gone, 500);
  expect(held.show(dark, 1099)).toBe(gone);
  expect(held.show(dark, 1100)).toBe(dark);
});

test('the same word again does not start its time anew, and its confidence follows', () => {
  const held = new HeldWord();
  held.show(happy, 0);
  const surer = { ...happy, confidence: 0.95 };
  expect(held.show(surer, 500)).toBe(surer);
  expect(held.show(sad, 550)).toBe(surer);
  expect(held.show(sad, 600)).toBe(sad);
});

test('the rate is that of the last two seconds', () => {
  const meter = new RateMeter();
  for (let atMs = 0; atMs < 10_000; atMs += 50) meter.count(atMs);
  expect(meter.perSecond(9999)).toBe(20);
  expect(meter.perSecond(11_000)).toBeLessThan(11);
  expect(meter.perSecond(20_000)).toBe(0);
});

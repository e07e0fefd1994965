import { expect, test } from 'vitest';
import { holdsMs } from './covered-time.ts';
import { episodes } from './episodes.ts';
import { samplesOf, steady } from './testing/samples-of.ts';

const ANGER = 0;
const FEAR = 2;
const HAPPINESS = 3;
const NOT_SURE = -1;

function episodesOf(...parts: [number, number][][]) {
  const samples = samplesOf(parts.flat());
  const endMs = samples.atMs.at(-1)! + 50;
  return episodes(samples, holdsMs(samples, [], endMs)).map(({ emotion, fromMs, toMs }) => [emotion, fromMs, toMs]);
}

test('a second is an episode, a little less is not', () => {
  expect(episodesOf(steady(0, 1000, FEAR))).toEqual([['fear', 0, 1000]]);
  expect(episodesOf(steady(0, 950, FEAR))).toEqual([]);
  expect(episodesOf(steady(0, 3000, NOT_SURE))).toEqual([]);
});

test('any emotion has episodes, the first of the list and the last as well', () => {
  expect(episodesOf(steady(0, 1000, ANGER), steady(1000, 2000, 6))).toEqual([
    ['anger', 0, 1000],
    ['neutral', 1000, 2000],
  ]);
});

test('it begins with the first sample that names it, after however many that are not sure', () => {
  for (const notSureMs of [50, 100, 150]) {
    expect(episodesOf(steady(0, notSureMs, NOT_SURE), steady(notSureMs, 1200, FEAR))).toEqual([
      ['fear', notSureMs, 1200],
    ]);
  }
});

test('a lapse of 250 ms does not end it, one of 251 ms does', () => {
  const withLapse = (lapseMs: number) =>
    episodesOf(steady(0, 1000, FEAR), steady(1000, 1000 + lapseMs, NOT_SURE), steady(1000 + lapseMs, 2500, FEAR));
  expect(withLapse(250)).toEqual([['fear', 0, 2500]]);
  expect(withLapse(251)).toEqual([
    ['fear', 0, 1000],
    ['fear', 1251, 2501],
  ]);
});

test('it must be named for 80 % of its time', () => {
  const namedFor = (firstMs: number, lapseMs: number) =>
    episodesOf(
      steady(0, firstMs, FEAR, 1),
      steady(firstMs, firstMs + lapseMs, HAPPINESS, 1),
      steady(firstMs + lapseMs, 951, FEAR, 1),
    );
  expect(namedFor(400, 200)).toEqual([['fear', 0, 1000]]);
  expect(namedFor(400, 201)).toEqual([]);
});

test('one misread moment does not end it, a longer one does', () => {
  expect(episodesOf(steady(0, 1000, FEAR), steady(1000, 1200, HAPPINESS), steady(1200, 2200, FEAR))).toEqual([
    ['fear', 0, 2200],
  ]);
  expect(episodesOf(steady(0, 1000, FEAR), steady(1000, 1300, NOT_SURE), steady(1300, 2300, FEAR))).toEqual([
    ['fear', 0, 1000],
    ['fear', 1300, 2300],
  ]);
});

test('flicker between two emotions is neither of them', () => {
  const flicker = Array.from({ length: 40 }, (_, index): [number, number] => [
    50 * index,
    index % 2 ? FEAR : HAPPINESS,
  ]);
  expect(episodesOf(flicker)).toEqual([]);
});

test('an episode does not reach over a hole', () => {
  expect(episodesOf(steady(0, 700, FEAR), steady(1200, 1900, FEAR))).toEqual([]);
  expect(episodesOf(steady(0, 1000, FEAR), steady(1400, 2400, FEAR))).toEqual([
    ['fear', 0, 1200],
    ['fear', 1400, 2400],
  ]);
  expect(episodesOf([[0, FEAR]], steady(400, 1600, FEAR)), 'after its first sample').toEqual([['fear', 400, 1600]]);
});

test('the mean probability counts every sample in it, also those that named another', () => {
  const samples = samplesOf([...steady(0, 1800, FEAR), ...steady(1800, 1900, HAPPINESS), ...steady(1900, 2000, FEAR)]);
  const [episode] = episodes(samples, holdsMs(samples, [], 2000));
  expect(episode?.meanProbability).toBeCloseTo((38 * 0.7 + 2 * 0.05) / 40, 6);
});

test('the mean probability is that of its own samples, not of those before and after', () => {
  const samples = samplesOf([...steady(0, 500, NOT_SURE), ...steady(500, 1500, FEAR), ...steady(1500, 1700, NOT_SURE)]);
  const [episode] = episodes(samples, holdsMs(samples, [], 1700));
  expect(episode).toEqual({ emotion: 'fear', fromMs: 500, toMs: 1500, meanProbability: expect.closeTo(0.7, 6) });
});

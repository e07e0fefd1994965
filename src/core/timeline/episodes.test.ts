import { expect, test } from 'vitest';
import { holdsMs } from './covered-time.ts';
import { episodes } from './episodes.ts';
import { samplesOf, steady } from './testing/samples-of.ts';

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
});

test('the mean probability counts every sample in it, also those that named another', () => {
  const samples = samplesOf([...steady(0, 1800, FEAR), ...steady(1800, 1900, HAPPINESS), ...steady(1900, 2000, FEAR)]);
  const [episode] = episodes(samples, holdsMs(samples, [], 2000));
  expect(episode?.meanProbability).toBeCloseTo((38 * 0.7 + 2 * 0.05) / 40, 6);
});

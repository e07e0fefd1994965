import { expect, test } from 'vitest';
import type { Gap, GapReason } from '../emotion/gap.ts';
import { holdsMs } from './covered-time.ts';
import { completeGaps } from './gaps.ts';
import { samplesOf, steady } from './testing/samples-of.ts';

const FEAR = 2;
const gap = (fromMs: number, toMs: number, reason: GapReason = 'covered'): Gap => ({ fromMs, toMs, reason });

/** The gaps of a session that is read from 0 to `untilMs` and again from `fromMs` to 5000. */
function gapsBetween(untilMs: number, fromMs: number, recorded: Gap[] = []): Gap[] {
  const samples = samplesOf([...steady(0, untilMs, FEAR, 250), ...steady(fromMs, 5000, FEAR, 250)]);
  return completeGaps(samples, holdsMs(samples, recorded, 5000), recorded, 5000);
}

test('a hole without a reason is a gap from one second on', () => {
  expect(gapsBetween(1000, 2000)).toEqual([gap(1000, 2000, 'interrupted')]);
  expect(gapsBetween(1000, 1999)).toEqual([]);
});

test('what is left of a hole before, between and behind recorded gaps is one as well, where it is long enough', () => {
  expect(gapsBetween(1000, 5000, [gap(2000, 2500), gap(3500, 4000, 'blurred')])).toEqual([
    gap(1000, 2000, 'interrupted'),
    gap(2000, 2500),
    gap(2500, 3500, 'interrupted'),
    gap(3500, 4000, 'blurred'),
    gap(4000, 5000, 'interrupted'),
  ]);
  expect(gapsBetween(1000, 5000, [gap(1999, 3000), gap(3999, 4001)])).toEqual([gap(1999, 3000), gap(3999, 4001)]);
});

test('a recorded gap is cut to what samples and earlier gaps leave', () => {
  expect(gapsBetween(1000, 3000, [gap(900, 2000), gap(1500, 3500, 'blurred')])).toEqual([
    gap(900, 2000),
    gap(2000, 3000, 'blurred'),
  ]);
  expect(gapsBetween(1000, 2000, [gap(1000, 2000), gap(1200, 1800, 'blurred')])).toEqual([gap(1000, 2000)]);
});

test('a gap that was recorded in pieces is one, gaps of two reasons are two', () => {
  expect(gapsBetween(1000, 4000, [gap(1000, 2000), gap(2000, 3000), gap(3000, 4000, 'blurred')])).toEqual([
    gap(1000, 3000),
    gap(3000, 4000, 'blurred'),
  ]);
});

test('one recorded gap over two holes is in both', () => {
  const samples = samplesOf([
    [0, FEAR],
    [1000, FEAR],
  ]);
  const recorded = [gap(100, 4000)];
  expect(completeGaps(samples, holdsMs(samples, recorded, 3000), recorded, 3000)).toEqual([
    gap(100, 1000),
    gap(1250, 3000),
  ]);
});

test('a session without samples is one gap, one without time none', () => {
  const none = samplesOf([]);
  expect(completeGaps(none, new Float64Array(), [], 5000)).toEqual([gap(0, 5000, 'interrupted')]);
  expect(completeGaps(none, new Float64Array(), [gap(0, 10)], 0)).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseDistressLimits, type DistressAim } from './distress-limits.ts';

const HIGHEST = 1 - 2 ** -24;

function kind(negative: readonly number[], others: readonly number[]) {
  return {
    distress: Float64Array.from([...negative, ...others]),
    isNegative: Uint8Array.from([...negative.map(() => 1), ...others.map(() => 0)]),
  };
}

/** The rule, the long way. */
function slowly(kinds: readonly (readonly [readonly number[], readonly number[]])[], aim: DistressAim) {
  const heard = kinds.filter(([negative, others]) => negative.length >= 10 && others.length >= 10);
  if (heard.length === 0) return null;
  const sums = [...new Set(kinds.flat(2))].sort((a, b) => a - b);
  const share = (all: readonly number[], holds: (each: number) => boolean) => all.filter(holds).length / all.length;
  const atLeast = sums.find((sum) => heard.every(([, o]) => share(o, (each) => each >= sum) <= aim.mostFalseAlarms));
  const below = sums.filter((sum) => heard.every(([n]) => share(n, (each) => each < sum) <= aim.mostMissed)).at(-1)!;
  if (atLeast === undefined || atLeast === 0) return null;
  const likely = Math.min(atLeast, HIGHEST);
  return { atLeast: likely, below: Math.min(Math.max(below, Number.MIN_VALUE), likely) };
}

/** 20 negative faces from .05 to 1, and 20 others from 0 to .95 in steps of .05. */
const negative = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);
const others = Array.from({ length: 20 }, (_, i) => i / 20);

describe('chooseDistressLimits', () => {
  it('is "likely" where one of ten others is so at most, and "not seen" where one of twenty negative faces is so at most', () => {
    expect(chooseDistressLimits([kind(negative, others)])).toEqual({ atLeast: 0.9, below: 0.1 });
  });

  it('never calls a face both: where the two are told apart well, nothing lies between', () => {
    const apart = kind(
      negative.map((each) => 0.7 + each / 10),
      others.map((each) => each / 2),
    );
    const limits = chooseDistressLimits([apart])!;
    expect(limits.atLeast).toBe(0.45);
    expect(limits.below).toBe(0.45);
  });

  it('holds in each kind of images by itself, and does not let one of them pay for another', () => {
    const easy = kind(negative, others.map((each) => each / 10)); // biome-ignore format: a line
    const hard = kind(negative, others);
    expect(chooseDistressLimits([easy, hard])).toEqual(chooseDistressLimits([hard]));
  });

  it('does not listen to a kind with fewer than ten faces of either side', () => {
    const few = kind([0.01, 0.02], Array(30).fill(0.99));
    expect(chooseDistressLimits([few, kind(negative, others)])).toEqual({ atLeast: 0.9, below: 0.1 });
    expect(chooseDistressLimits([few])).toBeNull();
    expect(chooseDistressLimits([])).toBeNull();
  });

  it('chooses nothing for a model that cannot tell at all', () => {
    expect(chooseDistressLimits([kind(Array(12).fill(0.5), Array(12).fill(0.5))])).toBeNull();
    expect(chooseDistressLimits([kind(Array(12).fill(0), Array(12).fill(0))])).toBeNull();
  });

  it('stays below 1, which no face could be relied upon to reach', () => {
    const sure = kind(Array(12).fill(1), Array(12).fill(0.2));
    expect(chooseDistressLimits([sure])!.atLeast).toBe(HIGHEST);
  });

  it('is what the rule says, in whatever order the faces come', () => {
    const eighths = fc.array(
      fc.integer({ min: 0, max: 8 }).map((each) => each / 8),
      { minLength: 8, maxLength: 16 },
    );
    const shares = fc.constantFrom(0, 0.05, 0.1, 0.25, 0.5);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(eighths, eighths), { maxLength: 3 }),
        shares,
        shares,
        (kinds, mostFalseAlarms, mostMissed) => {
          const aim = { mostFalseAlarms, mostMissed };
          expect(chooseDistressLimits(kinds.map(([n, o]) => kind(n, o)), aim)).toEqual(slowly(kinds, aim)); // biome-ignore format: a line
        },
      ),
    );
  });
});

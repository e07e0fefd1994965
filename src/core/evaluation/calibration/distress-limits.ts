import { ENOUGH_TEST_IMAGES } from '../../dataset/enough-images.ts';
import type { DistressLimits } from '../../emotion/distress.ts';
import type { ScoredDistress } from '../metrics/distress-rates.ts';

/** What the choice of the limits aims at, on val. */
export interface DistressAim {
  /** Share of the faces without a negative emotion that may be called "likely", 0 to 1. */
  readonly mostFalseAlarms: number;
  /** Share of the faces with a negative emotion that may be called "not seen", 0 to 1. */
  readonly mostMissed: number;
}

export const DISTRESS_AIM: DistressAim = { mostFalseAlarms: 0.1, mostMissed: 0.05 };

/** The float32 before 1, as sums of probabilities are. */
const HIGHEST = 1 - 2 ** -24;

/**
 * Chooses, on val, from which summed probability of the negative emotions on a model says "distress likely", and below which
 * "not seen".
 *
 * The rule: "likely" from the smallest sum at which no more than the share allowed of the other faces is called so; "not
 * seen" below the largest sum under which no more than the share allowed of the negative faces lies, and never above
 * "likely". Both hold in each kind of images by itself: a mean over photographs and rendered faces would let one of them
 * pay for the other. Only sums that occur are tried: between two of them nothing changes.
 *
 * @param kinds What each kind of images, a dataset, shows and was given. A kind with fewer than ten faces of either side
 *   has no say: one of them more or less would move its share by more than the aim.
 * @returns Null where no kind has a say, or no limit reaches the aim: the model then says nothing of distress.
 */
export function chooseDistressLimits(
  kinds: readonly Pick<ScoredDistress, 'distress' | 'isNegative'>[],
  aim: DistressAim = DISTRESS_AIM,
): DistressLimits | null {
  const heard = kinds
    .map(({ distress, isNegative }) => ({
      negative: distress.filter((_, image) => isNegative[image] === 1).sort(),
      others: distress.filter((_, image) => isNegative[image] !== 1).sort(),
    }))
    .filter(({ negative, others }) => Math.min(negative.length, others.length) >= ENOUGH_TEST_IMAGES);
  if (heard.length === 0) return null;
  const sums = [...new Set(kinds.flatMap(({ distress }) => [...distress]))].sort((a, b) => a - b);
  const atLeast = sums.find((sum) =>
    heard.every(({ others }) => others.length - countBelow(others, sum) <= aim.mostFalseAlarms * others.length),
  );
  const below = sums.findLast((sum) =>
    heard.every(({ negative }) => countBelow(negative, sum) <= aim.mostMissed * negative.length),
  );
  // The smallest sum of all has nothing below it, so that `below` is always found.
  if (atLeast === undefined || below === undefined || atLeast === 0) return null;
  const likely = Math.min(atLeast, HIGHEST);
  return { atLeast: likely, below: Math.min(Math.max(below, Number.MIN_VALUE), likely) };
}

/** How many of the ascending numbers are less. */
function countBelow(ascending: Float64Array, limit: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle]! < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

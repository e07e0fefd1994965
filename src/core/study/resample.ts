import { quantileSorted } from 'simple-statistics';
import { balancedAccuracy } from '../evaluation/metrics/balanced-accuracy.ts';
import { confusionOf } from '../evaluation/metrics/confusion.ts';
import { randomAt } from '../training/views/random.ts';
import { type TestImages, testSubjects } from './test-images.ts';

/** Draws of the bootstrap. */
const DRAWS = 2000;
const LOW_QUANTILE = 0.025;
const HIGH_QUANTILE = 0.975;

/** Set these draws apart from all that training and evaluation draw for the same seed. */
const SUBJECTS = 201;
const SEEDS = 202;

/** One figure, and what it was in each draw. Draw d is the same children and the same seeds for all of a study. */
export interface Resampled {
  readonly value: number;
  readonly drawn: Float64Array;
}

/** A figure with its 95 % interval over test children and seeds. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Resampling of one study: children and seeds are drawn once, and every figure is taken of the same draws. */
export interface Resampling {
  /** How many children are drawn from. */
  readonly subjects: number;
  /** A cell's balanced accuracy. @param predicted Class index, one a test image. */
  cell(predicted: ArrayLike<number>): Resampled;
  /** The mean over seeds, which are drawn too. @param cells One a seed, always in the order of the seeds. */
  overSeeds(cells: readonly Resampled[]): Resampled;
}

/**
 * A bootstrap over two things at once, since a scheme's figure would come out otherwise with other test children and
 * with other seeds (which settle the child images that train, the first weights and the order): in each draw, children
 * are drawn with replacement, each with all of its images, and seeds are drawn with replacement, apart from each other.
 *
 * Source: the crossed bootstrap of Owen 2007, arXiv:0711.1204 ("pigeonhole bootstrap"), which errs to the wide side for
 * two crossed factors; but with three seeds a draw of them has 2/3 of the variance that they have, so that the part
 * from seeds is taken too small.
 *
 * @param seed Of the draws, 0 to 2^32 - 1.
 */
export function resampling(
  test: TestImages,
  { seed, draws = DRAWS }: { readonly seed: number; readonly draws?: number },
): Resampling {
  const { truth, subject, classes } = test;
  const subjects = testSubjects(test);
  const random = randomAt(seed, SUBJECTS);
  const weights = Array.from({ length: draws }, () => {
    const times = new Uint16Array(subjects);
    for (let i = 0; i < subjects; i += 1) times[random.integer(subjects)]! += 1;
    return Uint16Array.from(subject, (each) => times[each]!);
  });
  const balanced = (predicted: ArrayLike<number>, each?: ArrayLike<number>) =>
    // Not null: every draw has an image.
    balancedAccuracy(confusionOf(truth, predicted, classes.length, each))!;
  return {
    subjects,
    cell: (predicted) => ({
      value: balanced(predicted),
      drawn: Float64Array.from(weights, (each) => balanced(predicted, each)),
    }),
    overSeeds(cells) {
      if (cells.length === 0) throw new RangeError('a cell of one seed or more was expected; found none');
      return {
        value: mean(cells.map(({ value }) => value)),
        drawn: Float64Array.from({ length: draws }, (_, draw) => {
          // The same draw picks the same seeds at every size and of every scheme.
          const pick = randomAt(seed, SEEDS, draw);
          return mean(cells.map(() => cells[pick.integer(cells.length)]!.drawn[draw]!));
        }),
      };
    },
  };
}

/** One figure minus another, draw by draw: what makes a child or a seed easy for both cancels out. */
export function difference(a: Resampled, b: Resampled): Resampled {
  return { value: a.value - b.value, drawn: a.drawn.map((each, draw) => each - b.drawn[draw]!) };
}

/** The mean of several figures, draw by draw. */
export function average(all: readonly Resampled[]): Resampled {
  return {
    value: mean(all.map(({ value }) => value)),
    drawn: all[0]!.drawn.map((_, draw) => mean(all.map(({ drawn }) => drawn[draw]!))),
  };
}

/** The percentile interval of the draws. */
export function estimate({ value, drawn }: Resampled): Estimate {
  const ascending = Array.from(drawn).sort((a, b) => a - b);
  return {
    value,
    low: quantileSorted(ascending, LOW_QUANTILE),
    high: quantileSorted(ascending, HIGH_QUANTILE),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

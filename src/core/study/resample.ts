import { quantileSorted } from 'simple-statistics';
import { differenceByCount, type Interval, shareByCount, subjectsOfMean } from '../evaluation/interval-by-count.ts';
import { balancedAccuracy } from '../evaluation/metrics/balanced-accuracy.ts';
import { confusionOf } from '../evaluation/metrics/confusion.ts';
import { recall } from '../evaluation/metrics/recall.ts';
import { randomAt } from '../training/views/random.ts';
import { type TestImages, testSubjects } from './test-images.ts';

/** Draws of the bootstrap. */
const DRAWS = 2000;
const LOW_QUANTILE = 0.025;
const HIGH_QUANTILE = 0.975;

/** As in evaluation/bootstrap-subjects.ts: with fewer the draws repeat each other, and tell too little. */
const FEW_SUBJECTS = 10;
/** Sums of the same shares are rounded differently in each draw. */
const ROUNDING = 1e-9;

/** Set these draws apart from all that training and evaluation draw for the same seed. */
const SUBJECTS = 201;
const SEEDS = 202;

/** One figure, and what it was in each draw, NaN where it was none. Draw d is the same children and seeds for all of a study. */
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
  /** How many of them show a class. */
  subjectsOf(column: number): number;
  /** A cell's balanced accuracy. @param predicted Class index, one a test image. */
  cell(predicted: ArrayLike<number>): Resampled;
  /** A cell's recall of each class, null where no image shows it. @param predicted Class index, one a test image. */
  recalls(predicted: ArrayLike<number>): (Resampled | null)[];
  /** The mean over seeds, which are drawn too. @param cells One a seed, always in the order of the seeds. */
  overSeeds(cells: readonly Resampled[]): Resampled;
  /** The 95 % interval of a share. @param subjects On whom it stands; those of balanced accuracy when left out. */
  share(figure: Resampled, subjects?: number): Estimate;
  /** The same of a difference of two shares. */
  difference(figure: Resampled, subjects?: number): Estimate;
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
 * Where all children are alike every draw is the same, and with fewer than ten the draws say too little: intervals are then no
 * narrower than what the number of children allows (evaluation/interval-by-count.ts), as everywhere else.
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
  const byClass = classes.map((_, column) => new Set(subject.filter((_, image) => truth[image] === column)).size);
  const ofMean = subjectsOfMean(byClass, subjects);
  const confusion = (predicted: ArrayLike<number>, each?: ArrayLike<number>) =>
    confusionOf(truth, predicted, classes.length, each);
  const balanced = (predicted: ArrayLike<number>, each?: ArrayLike<number>) =>
    // Not null: every draw has an image.
    balancedAccuracy(confusion(predicted, each))!;
  return {
    subjects,
    subjectsOf: (column) => byClass[column] ?? 0,
    recalls(predicted) {
      const all = confusion(predicted);
      const drawn = weights.map((each) => confusion(predicted, each));
      return classes.map((_, column) => {
        const value = recall(all, column);
        return value === null
          ? null
          : { value, drawn: Float64Array.from(drawn, (each) => recall(each, column) ?? NaN) };
      });
    },
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
    share: (figure, of = ofMean) => estimate(figure, of, { range: [0, 1], byCount: shareByCount }),
    difference: (figure, of = ofMean) => estimate(figure, of, { range: [-1, 1], byCount: differenceByCount }),
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

interface Bounds {
  /** What the figure can be at most: all that one child can tell. */
  readonly range: Interval;
  readonly byCount: (value: number, subjects: number) => Interval;
}

function estimate({ value, drawn }: Resampled, subjects: number, { range, byCount }: Bounds): Estimate {
  const ascending = Array.from(drawn)
    .filter((each) => !Number.isNaN(each))
    .sort((a, b) => a - b);
  if (subjects < 2 || ascending.length === 0) return { value, low: range[0], high: range[1] };
  const [low, high] = [quantileSorted(ascending, LOW_QUANTILE), quantileSorted(ascending, HIGH_QUANTILE)];
  if (high - low > ROUNDING && subjects >= FEW_SUBJECTS) return { value, low, high };
  const [least, most] = byCount(value, subjects);
  return { value, low: Math.min(low, least), high: Math.max(high, most) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

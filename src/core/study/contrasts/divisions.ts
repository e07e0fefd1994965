import { randomAt } from '../../training/views/random.ts';
import type { Resampled } from '../resample.ts';

/** Sets these draws apart from all that training and evaluation draw for the same seed. */
const DIVISIONS = 204;

/**
 * A bootstrap over divisions of the children, on top of each division's own over seeds and test children: in each draw,
 * divisions are drawn with replacement, and of each one drawn a draw of its seeds and children is taken, another for each
 * time that it was drawn.
 *
 * Within a division seeds and children are crossed (resample.ts): all seeds are read by the same children. To draw children
 * anew for each seed would take what makes a child easy for an accident of the seed, and come out too narrow. With one
 * division this is that division's bootstrap; with three a draw of them has 2/3 of the variance that they have.
 *
 * @param figures The same figure in each division, in the same order for all figures of a study.
 * @param seed Of the draws, 0 to 2^32 - 1: draw d is the same divisions, seeds and children for every figure.
 */
export function overDivisions(figures: readonly Resampled[], seed: number): Resampled {
  const [first] = figures;
  if (!first) throw new RangeError('a figure of one division or more was expected; found none');
  if (figures.length === 1) return first;
  const draws = first.drawn.length;
  return {
    value: mean(figures.map(({ value }) => value)),
    drawn: Float64Array.from({ length: draws }, (_, draw) => {
      const pick = randomAt(seed, DIVISIONS, draw);
      return mean(figures.map(() => figures[pick.integer(figures.length)]!.drawn[pick.integer(draws)]!));
    }),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

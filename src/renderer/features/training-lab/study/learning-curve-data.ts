import type { StudyFindings } from '../../../../contract/study.ts';
import type { Regime } from '../../../../contract/training.ts';

type Point = StudyFindings['curves'][number];

/** The curves of one learner as columns: what a chart draws. */
export interface CurveColumns {
  /** Numbers of child images, ascending. */
  readonly sizes: readonly number[];
  readonly lines: readonly {
    readonly regime: Regime;
    /** Null where nothing is done, one a size. */
    readonly points: readonly (NonNullable<Point['estimate']> | null)[];
  }[];
}

export function curveColumns(curves: readonly Point[]): CurveColumns {
  const sizes = [...new Set(curves.map(({ size }) => size))].sort((a, b) => a - b);
  const regimes = [...new Set(curves.map(({ regime }) => regime))];
  return {
    sizes,
    lines: regimes.map((regime) => ({
      regime,
      points: sizes.map(
        (size) => curves.find((each) => each.regime === regime && each.size === size)?.estimate ?? null,
      ),
    })),
  };
}

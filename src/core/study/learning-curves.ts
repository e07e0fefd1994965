import type { CellResult, DoneResult } from './cell-result.ts';
import type { Estimate, Resampled, Resampling } from './resample.ts';
import { type Cell, isAsItIs, needsChildren, type StudyPlan } from './study.ts';

/** A cell of the plan and what is known of it; null while it has not come to its end. */
export interface PlannedCell {
  readonly cell: Cell;
  readonly result: CellResult | null;
}

/** A done cell, resampled. */
export interface ScoredCell {
  readonly cell: Cell;
  readonly result: DoneResult;
  readonly resampled: Resampled;
}

/** One point of a learning curve: a scheme at one number of child images, over its seeds. */
export interface CurvePoint extends Pick<Cell, 'learner' | 'regime' | 'size'> {
  /** Null without a done cell. */
  readonly estimate: Estimate | null;
  /** Plain means over the seeds that are done; null without one. */
  readonly means: DoneResult['figures'] | null;
  /** Seeds that are done. */
  readonly seeds: number;
  readonly failed: number;
  /** Neither done nor failed yet. */
  readonly open: number;
}

/** Resamples the cells that are done, in the order of the plan. */
export function scoreCells(cells: readonly PlannedCell[], draws: Resampling): ScoredCell[] {
  return cells.flatMap(({ cell, result }) =>
    result?.kind === 'done' ? [{ cell, result, resampled: draws.cell(Uint8Array.from(result.predicted, Number)) }] : [],
  );
}

/** The learning curves of a study: one point a learner, regime and size, in the order of the plan. */
export function learningCurves(
  plan: StudyPlan,
  cells: readonly PlannedCell[],
  scored: readonly ScoredCell[],
  { overSeeds, share }: Resampling,
): CurvePoint[] {
  const point = (learner: Cell['learner'], regime: Cell['regime'], size: number): CurvePoint => {
    const isHere = ({ cell }: { cell: Cell }) =>
      isAsItIs(cell) && cell.learner === learner && cell.regime === regime && cell.size === size;
    const done = scored.filter(isHere);
    const results = cells.filter(isHere).map(({ result }) => result);
    return {
      learner,
      regime,
      size,
      estimate: done.length === 0 ? null : share(overSeeds(done.map((each) => each.resampled))),
      means: meansOf(done.map(({ result }) => result.figures)),
      seeds: done.length,
      failed: results.filter((each) => each?.kind === 'failed').length,
      open: results.filter((each) => each === null).length,
    };
  };
  return plan.learners.flatMap((learner) =>
    plan.regimes.flatMap((regime) =>
      plan.sizes.filter((size) => needsChildren(regime) === size > 0).map((size) => point(learner, regime, size)),
    ),
  );
}

function meansOf(all: readonly DoneResult['figures'][]): DoneResult['figures'] | null {
  if (all.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const aucs = all.flatMap(({ negativeAgainstNeutralAuc }) => negativeAgainstNeutralAuc ?? []);
  return {
    accuracy: mean(all.map(({ accuracy }) => accuracy)),
    balancedAccuracy: mean(all.map(({ balancedAccuracy }) => balancedAccuracy)),
    macroF1: mean(all.map(({ macroF1 }) => macroF1)),
    negativeAgainstNeutralAuc: aucs.length === 0 ? null : mean(aucs),
  };
}

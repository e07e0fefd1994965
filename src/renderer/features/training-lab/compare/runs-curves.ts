import type uPlot from 'uplot';
import type { ComparedRuns } from '../../../../contract/results.ts';
import { lossCurve } from '../runs/loss-curve.ts';

/** One line a run and stage, over the steps since each run began. */
export interface RunsCurves {
  readonly lines: readonly { readonly run: number; readonly stage: string }[];
  /** Steps, then one column a line. */
  readonly data: uPlot.AlignedData;
}

/** The training losses of runs beside each other. Losses of two stages, or of two learners, are not the same measure. */
export function runsCurves(runs: ComparedRuns['runs']): RunsCurves {
  const curves = runs.map(({ log }) => lossCurve(log));
  const lines = curves.flatMap(({ stages }, run) => stages.map((stage) => ({ run, stage })));
  const steps = [...new Set(curves.flatMap(({ step }) => [...step]))].sort((a, b) => a - b);
  const columns = curves.flatMap(({ step, loss }) =>
    loss.map((column) => {
      const at = new Map(step.map((each, row) => [each, column[row] ?? null]));
      return steps.map((each) => at.get(each) ?? null);
    }),
  );
  return { lines, data: [steps, ...columns] };
}

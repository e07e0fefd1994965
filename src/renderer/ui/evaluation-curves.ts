import type { Evaluation } from '../../contract/models.ts';

type Column = (number | null)[];

/** Three columns to draw: confidence, the share read right, and that of a perfectly calibrated model. */
export function calibrationCurve({ calibrationBins }: Pick<Evaluation, 'calibrationBins'>): [number[], Column, Column] {
  const filled = calibrationBins.flatMap(({ confidence, accuracy }) =>
    confidence === null || accuracy === null ? [] : [{ confidence, accuracy }],
  );
  const x = [0, ...filled.map(({ confidence }) => confidence), 1];
  return [x, [null, ...filled.map(({ accuracy }) => accuracy), null], [...x]];
}

/** Three columns to draw: coverage, the risk there, and the risk at the threshold in use. */
export function riskCoverageCurve({
  riskCoverage,
  abstained,
  accuracyWhenSure,
}: Pick<Evaluation, 'riskCoverage' | 'abstained' | 'accuracyWhenSure'>): [number[], Column, Column] {
  const points: [number, number | null, number | null][] = (riskCoverage?.curve ?? []).map(({ coverage, risk }) => [
    coverage,
    risk,
    null,
  ]);
  if (accuracyWhenSure) points.push([1 - abstained.value, null, 1 - accuracyWhenSure.value]);
  points.sort((a, b) => a[0] - b[0]);
  return [points.map((each) => each[0]), points.map((each) => each[1]), points.map((each) => each[2])];
}

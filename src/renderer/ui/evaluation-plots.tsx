import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { Evaluation } from '../../contract/models.ts';
import { calibrationCurve, riskCoverageCurve } from './evaluation-curves.ts';
import { formatFigure } from './format-figure.ts';
import { type ChartOptions, UPlotChart } from './uplot-chart.tsx';

const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };
const HEIGHT_PX = 260;
const noLine = () => null;

/** Points and dashes as well as colours tell the two series of a plot apart. */
const CALIBRATION: ChartOptions = {
  cursor: { drag: { x: false, y: false } },
  scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
  axes: [
    { ...AXIS, label: 'Confidence', labelFont: AXIS.font },
    { ...AXIS, label: 'Share read right', labelFont: AXIS.font, size: 60 },
  ],
  series: [
    { label: 'Confidence' },
    { label: 'Read right', stroke: '#0b6377', paths: noLine, points: { show: true, size: 9, fill: '#0b6377' } },
    { label: 'As claimed', stroke: '#37424b', dash: [5, 4], width: 1.5, points: { show: false } },
  ],
};

const RISK_COVERAGE: ChartOptions = {
  cursor: { drag: { x: false, y: false } },
  scales: { x: { time: false, range: [0, 1] }, y: { range: (_, __, highest) => [0, Math.max(0.1, highest * 1.1)] } },
  axes: [
    { ...AXIS, label: 'Share of images answered', labelFont: AXIS.font },
    { ...AXIS, label: 'Share of answers wrong', labelFont: AXIS.font, size: 60 },
  ],
  series: [
    { label: 'Answered' },
    { label: 'Wrong', stroke: '#0b6377', width: 2, spanGaps: true, points: { show: false } },
    {
      label: 'Threshold in use',
      stroke: '#a0400f',
      paths: noLine,
      points: { show: true, size: 11, width: 2.5, fill: '#ffffff' },
    },
  ],
};

/** Whether the model keeps its word, and what saying "not sure" buys. Nothing for an evaluation without either. */
export function EvaluationPlots({ evaluation }: { readonly evaluation: Evaluation }) {
  const calibration = useMemo(() => calibrationCurve(evaluation), [evaluation]);
  const risk = useMemo(() => riskCoverageCurve(evaluation), [evaluation]);
  const { riskCoverage, calibrationBins, expectedCalibrationError, abstained, accuracyWhenSure } = evaluation;
  if (!riskCoverage || calibrationBins.length === 0) return null;
  const inUse = accuracyWhenSure
    ? `The threshold in use answers ${formatFigure(1 - abstained.value)} of the images, ${formatFigure(1 - accuracyWhenSure.value)} of them wrongly.`
    : 'The threshold in use answers none.';
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Stack gap={4}>
        <UPlotChart
          options={CALIBRATION}
          data={calibration}
          heightPx={HEIGHT_PX}
          label={`Share read right against confidence; calibration error ${formatFigure(expectedCalibrationError.value)}`}
        />
        <Text size="sm">Points on the dashed line are as often right as the model claims.</Text>
      </Stack>
      <Stack gap={4}>
        <UPlotChart
          options={RISK_COVERAGE}
          data={risk}
          heightPx={HEIGHT_PX}
          label={`Risk against coverage. ${inUse}`}
        />
        <Text size="sm">{inUse} To the left: what it would be if only the surest images were answered.</Text>
      </Stack>
    </SimpleGrid>
  );
}

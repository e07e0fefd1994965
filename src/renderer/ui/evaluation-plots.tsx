import { SimpleGrid, Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { calibrationCurve, riskCoverageCurve } from './evaluation-curves.ts';
import { useFormat } from './format.ts';
import { type ChartOptions, UPlotChart } from './uplot-chart.tsx';

const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };
const HEIGHT_PX = 260;
/** Finds a text of the evaluation catalogue. */
type EvaluationWords = TFunction<'evaluation'>;

/** Writes the numbers of an axis as the locale does. */
type Ticks = (chart: unknown, values: number[]) => string[];

const noLine = () => null;

/** Points and dashes as well as colours tell the two series of a plot apart. */
const calibrationOptions = (t: EvaluationWords, ticks: Ticks): ChartOptions => ({
  cursor: { drag: { x: false, y: false } },
  scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
  axes: [
    { ...AXIS, label: t(($) => $.plot.confidence), labelFont: AXIS.font, values: ticks },
    { ...AXIS, label: t(($) => $.plot.shareRight), labelFont: AXIS.font, values: ticks, size: 60 },
  ],
  series: [
    { label: t(($) => $.plot.confidence) },
    {
      label: t(($) => $.plot.right),
      stroke: '#0b6377',
      paths: noLine,
      points: { show: true, size: 9, fill: '#0b6377' },
    },
    { label: t(($) => $.plot.asClaimed), stroke: '#37424b', dash: [5, 4], width: 1.5, points: { show: false } },
  ],
});

const riskOptions = (t: EvaluationWords, ticks: Ticks): ChartOptions => ({
  cursor: { drag: { x: false, y: false } },
  scales: { x: { time: false, range: [0, 1] }, y: { range: (_, __, highest) => [0, Math.max(0.1, highest * 1.1)] } },
  axes: [
    { ...AXIS, label: t(($) => $.plot.shareAnswered), labelFont: AXIS.font, values: ticks },
    { ...AXIS, label: t(($) => $.plot.shareWrong), labelFont: AXIS.font, values: ticks, size: 60 },
  ],
  series: [
    { label: t(($) => $.plot.answered) },
    { label: t(($) => $.plot.wrong), stroke: '#0b6377', width: 2, spanGaps: true, points: { show: false } },
    {
      label: t(($) => $.plot.threshold),
      stroke: '#a0400f',
      paths: noLine,
      points: { show: true, size: 11, width: 2.5, fill: '#ffffff' },
    },
  ],
});

/** Calibration, and what saying "not sure" gains. Nothing for an evaluation that lacks either. */
export function EvaluationPlots({ evaluation }: { readonly evaluation: Evaluation }) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const drawings = useMemo(() => {
    const ticks: Ticks = (_, values) => values.map(format.number);
    return { calibration: calibrationOptions(t, ticks), risk: riskOptions(t, ticks) };
  }, [t, format]);
  const calibration = useMemo(() => calibrationCurve(evaluation), [evaluation]);
  const risk = useMemo(() => riskCoverageCurve(evaluation), [evaluation]);
  const { riskCoverage, calibrationBins, expectedCalibrationError, abstained, accuracyWhenSure } = evaluation;
  if (!riskCoverage || calibrationBins.length === 0) return null;
  const inUse = accuracyWhenSure
    ? t(($) => $.plot.inUse, {
        answered: format.figure(1 - abstained.value),
        wrong: format.figure(1 - accuracyWhenSure.value),
      })
    : t(($) => $.plot.inUseNone);
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }}>
      <Stack gap={4}>
        <UPlotChart
          options={drawings.calibration}
          data={calibration}
          heightPx={HEIGHT_PX}
          label={t(($) => $.plot.calibrationLabel, { error: format.figure(expectedCalibrationError.value) })}
        />
        <Text size="sm">{t(($) => $.plot.calibrationHelp)}</Text>
      </Stack>
      <Stack gap={4}>
        <UPlotChart
          options={drawings.risk}
          data={risk}
          heightPx={HEIGHT_PX}
          label={t(($) => $.plot.riskLabel, { inUse })}
        />
        <Text size="sm">{t(($) => $.plot.riskHelp, { inUse })}</Text>
      </Stack>
    </SimpleGrid>
  );
}

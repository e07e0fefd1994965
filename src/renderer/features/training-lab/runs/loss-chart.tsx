import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import type { LogRecord } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';
import { type ChartOptions, UPlotChart } from '../../../ui/uplot-chart.tsx';
import { CHART_AXIS, STEP_INCREMENTS } from './chart-axis.ts';
import { lossCurve } from './loss-curve.ts';
import { useStageWords } from './use-log-words.ts';

/** Told apart by dash as well as by colour. */
const LINES = [
  { stroke: '#0b6377', dash: [] },
  { stroke: '#a05a14', dash: [8, 4] },
  { stroke: '#5b2a86', dash: [2, 3] },
];

/** Writes the numbers of an axis as the locale does. */
type Ticks = (chart: unknown, values: number[]) => string[];

/** @param stages As people read them. */
function optionsFor(stages: readonly string[], t: TFunction<'training'>, ticks: Ticks): ChartOptions {
  return {
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false } },
    axes: [
      {
        ...CHART_AXIS,
        label: t(($) => $.progress.stepAxis),
        incrs: STEP_INCREMENTS,
        labelFont: CHART_AXIS.font,
        values: ticks,
      },
      { ...CHART_AXIS, label: t(($) => $.progress.lossAxis), labelFont: CHART_AXIS.font, values: ticks, size: 60 },
    ],
    series: [
      { label: t(($) => $.progress.stepAxis) },
      ...stages.map((stage, index) => ({
        ...LINES[index % LINES.length],
        label: t(($) => $.progress.lossOf, { stage }),
        width: 2,
        spanGaps: true,
      })),
    ],
  };
}

/** The training loss over the steps, as they come. */
export function LossChart({ log }: { readonly log: readonly LogRecord[] }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const curve = useMemo(() => lossCurve(log), [log]);
  const stageKey = curve.stages.map(useStageWords()).join('\n');
  const options = useMemo(
    () => optionsFor(stageKey.split('\n'), t, (_, values) => values.map(format.number)),
    [stageKey, t, format],
  );
  const data = useMemo(() => [curve.step, ...curve.loss].map((column) => [...column]) as uPlot.AlignedData, [curve]);
  const first = curve.loss.flat().find((loss) => loss !== null);
  const last = curve.loss.flat().findLast((loss) => loss !== null);
  return (
    <>
      <Text fw={600}>{t(($) => $.progress.lossTitle)}</Text>
      <UPlotChart
        options={options}
        data={data}
        heightPx={240}
        label={t(($) => $.progress.chart, {
          points: curve.step.length,
          first: first === undefined ? '' : format.figure(first),
          last: last === undefined ? '' : format.figure(last),
        })}
      />
      <Text size="sm" c="dimmed">
        {t(($) => $.progress.lossHelp)}
      </Text>
    </>
  );
}

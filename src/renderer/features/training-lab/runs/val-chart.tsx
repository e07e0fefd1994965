import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import type { LogRecord } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';
import { type ChartOptions, UPlotChart } from '../../../ui/uplot-chart.tsx';
import { CHART_AXIS, STEP_INCREMENTS } from './chart-axis.ts';
import { valCurve } from './val-curve.ts';

/** Balanced accuracy on val as the run goes, with its interval, and the model in use as a line. */
export function ValChart({ log }: { readonly log: readonly LogRecord[] }) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const curve = useMemo(() => valCurve(log), [log]);
  const modelId = curve?.model?.id ?? null;
  const options = useMemo((): ChartOptions => {
    const ticks = (_: unknown, values: number[]) => values.map((each) => format.figure(each));
    return {
      cursor: { drag: { x: false, y: false } },
      scales: { x: { time: false }, y: { range: [0, 1] } },
      axes: [
        {
          ...CHART_AXIS,
          label: t(($) => $.progress.stepAxis),
          incrs: STEP_INCREMENTS,
          labelFont: CHART_AXIS.font,
          values: (_: unknown, values: number[]) => values.map(format.number),
        },
        { ...CHART_AXIS, label: t(($) => $.progress.valAxis), labelFont: CHART_AXIS.font, values: ticks, size: 60 },
      ],
      bands: [{ series: [3, 2], fill: '#0b637722' }],
      series: [
        { label: t(($) => $.progress.stepAxis) },
        { label: t(($) => $.progress.valOf), stroke: '#0b6377', width: 2, points: { show: true } },
        { label: t(($) => $.progress.valLow), stroke: '#0b637766', width: 1, points: { show: false } },
        { label: t(($) => $.progress.valHigh), stroke: '#0b637766', width: 1, points: { show: false } },
        ...(modelId === null
          ? []
          : [
              {
                label: t(($) => $.progress.valOfModel, { model: modelId }),
                stroke: '#a05a14',
                dash: [8, 4],
                width: 2,
                points: { show: false },
              },
            ]),
      ],
    };
  }, [modelId, t, format]);
  const data = useMemo(() => {
    if (!curve) return [[]] as unknown as uPlot.AlignedData;
    const { step, value, low, high, model } = curve;
    const columns = [step, value, low, high, ...(model ? [step.map(() => model.value)] : [])];
    return columns.map((column) => [...column]) as uPlot.AlignedData;
  }, [curve]);
  if (!curve || curve.step.length === 0) return null;
  const { newest, value } = curve;
  return (
    <>
      <Text fw={600}>{t(($) => $.progress.valTitle)}</Text>
      {newest?.balancedAccuracy && (
        <Text>
          {t(($) => $.progress.valNow, {
            value: format.figure(newest.balancedAccuracy.value),
            low: format.figure(newest.balancedAccuracy.low),
            high: format.figure(newest.balancedAccuracy.high),
            images: newest.images,
            children: newest.subjects,
          })}
        </Text>
      )}
      <UPlotChart
        options={options}
        data={data}
        heightPx={240}
        label={t(($) => $.progress.valChart, {
          points: value.length,
          first: format.figure(value[0]!),
          last: format.figure(value.at(-1)!),
        })}
      />
      <Text size="sm" c="dimmed">
        {t(($) => $.progress.valHelp)}
      </Text>
    </>
  );
}

import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedRuns } from '../../../../contract/results.ts';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { type ChartOptions, UPlotChart } from '../../../ui/uplot-chart.tsx';
import { useStageWords } from '../runs/use-log-words.ts';
import { runsCurves } from './runs-curves.ts';

const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };
/** A colour and a dash a run: either alone tells them apart. */
const RUN_LOOKS = [
  { stroke: '#0b6377', dash: [] },
  { stroke: '#a05a14', dash: [8, 4] },
  { stroke: '#5b2a86', dash: [2, 3] },
  { stroke: '#37424b', dash: [12, 3, 2, 3] },
];

type Ticks = (chart: unknown, values: number[]) => string[];

interface Line {
  readonly run: number;
  readonly label: string;
}

function optionsFor(lines: readonly Line[], t: TFunction<'training'>, ticks: Ticks): ChartOptions {
  return {
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false } },
    axes: [
      { ...AXIS, label: t(($) => $.progress.stepAxis), labelFont: AXIS.font, values: ticks },
      { ...AXIS, label: t(($) => $.progress.lossAxis), labelFont: AXIS.font, values: ticks, size: 60 },
    ],
    series: [
      { label: t(($) => $.progress.stepAxis) },
      ...lines.map(({ run, label }) => ({
        ...RUN_LOOKS[run % RUN_LOOKS.length],
        label,
        width: 2,
        spanGaps: true,
        points: { show: false },
      })),
    ],
  };
}

/** The training losses of all runs in one chart. */
export function CurvesSection({ runs }: Pick<ComparedRuns, 'runs'>) {
  const { t } = useTranslation('training');
  const { t: results } = useTranslation('results');
  const format = useFormat();
  const stageWords = useStageWords();
  const { lines, data } = useMemo(() => runsCurves(runs), [runs]);
  const labelled = JSON.stringify(
    lines.map(({ run, stage }) => ({ run, label: `${runs[run]?.run.name}, ${stageWords(stage)}` })),
  );
  const options = useMemo(
    () => optionsFor(JSON.parse(labelled), t, (_, values) => values.map(format.number)),
    [labelled, t, format],
  );
  return (
    <Section title={results(($) => $.compare.curves)} description={results(($) => $.compare.curvesHelp)}>
      {lines.length === 0 ? (
        <Text>{t(($) => $.progress.noCurve)}</Text>
      ) : (
        <UPlotChart
          options={options}
          data={data}
          heightPx={300}
          label={results(($) => $.compare.chart, { runs: runs.map(({ run }) => run.name).join(', ') })}
        />
      )}
    </Section>
  );
}

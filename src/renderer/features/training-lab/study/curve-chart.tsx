import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type uPlot from 'uplot';
import type { StudyFindings } from '../../../../contract/study.ts';
import type { Learner } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';
import { type ChartOptions, UPlotChart } from '../../../ui/uplot-chart.tsx';
import { type CurveColumns, curveColumns } from './learning-curve-data.ts';
import { useSchemeWords } from './use-scheme-words.ts';

const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };
/** Told apart by dash as well as by colour: as in the picture of the command line, core/study/learning-curves-svg.ts. */
const LINES = [
  { stroke: '#0072b2', dash: [] },
  { stroke: '#a06a00', dash: [7, 3] },
  { stroke: '#007a5a', dash: [2, 3] },
  { stroke: '#c24a00', dash: [12, 4] },
];
/** Keeps the intervals of two regimes at one size apart. */
const DODGE_PX = 5;
const HEIGHT_PX = 280;

interface CurveChartProps {
  readonly learner: Learner;
  readonly curves: StudyFindings['curves'];
}

/** The learning curves of one learner: a line a regime, bars for the intervals. */
export function CurveChart({ learner, curves }: CurveChartProps) {
  const { t } = useTranslation('study');
  const format = useFormat();
  const words = useSchemeWords();
  const columns = useMemo(() => curveColumns(curves), [curves]);
  const names = columns.lines.map(({ regime }) => words({ learner, regime }).regime).join('\n');
  const options = useMemo((): ChartOptions => {
    const ticks = (_: unknown, values: number[]) => values.map((each) => (each === null ? '' : format.number(each)));
    return {
      cursor: { drag: { x: false, y: false } },
      scales: {
        x: { time: false, distr: 3, range: (_, low, high) => [low / 1.25, high * 1.25] },
        y: { range: () => [0, Math.max(0.5, ...highest(columns))] },
      },
      axes: [
        {
          ...AXIS,
          label: t(($) => $.curves.images),
          labelFont: AXIS.font,
          values: ticks,
          splits: () => [...columns.sizes],
          filter: (_, splits) => splits,
        },
        { ...AXIS, label: t(($) => $.curves.accuracy), labelFont: AXIS.font, values: ticks, size: 60 },
      ],
      series: [
        { label: t(($) => $.curves.images) },
        ...names.split('\n').map((label, index) => ({
          ...LINES[index % LINES.length],
          label,
          width: 2,
          spanGaps: true,
          value: (_: uPlot, value: number | null) => (value === null ? '—' : format.figure(value)),
          points: { show: true, size: 8 },
        })),
      ],
      hooks: { draw: [(chart) => drawIntervals(chart, columns)] },
    };
  }, [columns, names, t, format]);
  const data = useMemo(
    () =>
      [
        [...columns.sizes],
        ...columns.lines.map(({ points }) => points.map((each) => each?.value ?? null)),
      ] as uPlot.AlignedData,
    [columns],
  );
  const label = t(($) => $.curves.chart, { learner: words({ learner, regime: 'children' }).learner });
  return <UPlotChart options={options} data={data} heightPx={HEIGHT_PX} label={label} />;
}

function highest({ lines }: CurveColumns): number[] {
  return lines.flatMap(({ points }) => points.flatMap((each) => (each ? [each.high * 1.05] : [])));
}

/** A bar from the low to the high end of each interval, beside that of the next line. */
function drawIntervals(chart: uPlot, { sizes, lines }: CurveColumns): void {
  const { ctx } = chart;
  const scale = devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 1.5 * scale;
  for (const [index, { points }] of lines.entries()) {
    const aside = (index - (lines.length - 1) / 2) * DODGE_PX * scale;
    ctx.strokeStyle = LINES[index % LINES.length]!.stroke;
    ctx.beginPath();
    for (const [at, size] of sizes.entries()) {
      const point = points[at];
      if (!point) continue;
      const x = chart.valToPos(size, 'x', true) + aside;
      ctx.moveTo(x, chart.valToPos(point.low, 'y', true));
      ctx.lineTo(x, chart.valToPos(point.high, 'y', true));
    }
    ctx.stroke();
  }
  ctx.restore();
}

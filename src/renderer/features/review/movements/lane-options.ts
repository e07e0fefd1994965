import type uPlot from 'uplot';
import { formatClock } from '../../../ui/format.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import type { ChartOptions } from '../../../ui/uplot-chart.tsx';

interface LaneLook {
  readonly range: TimeRange;
  /** The child's own, drawn as a dashed line. */
  readonly rest: number | undefined;
}

const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };

/** uPlot's options for one lane of movements. */
export function laneOptions({ range, rest }: LaneLook): ChartOptions {
  return {
    legend: { show: false },
    padding: [6, 28, 0, 0],
    cursor: { show: false },
    scales: { x: { time: false, range: () => [range.fromMs, range.toMs] } },
    axes: [
      { ...AXIS, size: 26, values: (_, ticks) => ticks.map(formatClock) },
      { ...AXIS, size: 60, space: 28 },
    ],
    series: [{}, { stroke: '#174a94', width: 1.5, points: { show: false } }],
    hooks: { draw: [(chart) => rest !== undefined && drawRest(chart, rest)] },
  };
}

function drawRest(chart: uPlot, rest: number): void {
  const { ctx, bbox } = chart;
  const y = chart.valToPos(rest, 'y', true);
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.save();
  ctx.strokeStyle = '#37424b';
  ctx.setLineDash([6 * devicePixelRatio, 4 * devicePixelRatio]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.restore();
}

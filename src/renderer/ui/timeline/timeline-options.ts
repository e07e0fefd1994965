import type uPlot from 'uplot';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import type { Gap, Marker } from '../../../core/emotion/sample.ts';
import { emotionStyle } from '../emotion-style.ts';
import { formatClock } from '../format.ts';
import type { ChartOptions } from '../uplot-chart.tsx';
import type { Bucket, Buckets } from './bucket-samples.ts';
import { drawGaps } from './draw-gaps.ts';
import { drawMarkers } from './draw-markers.ts';
import { drawStrip, STRIP_BOTTOM } from './draw-strip.ts';
import { drawStrongest } from './draw-strongest.ts';
import { withPen } from './pen.ts';
import type { TimeRange } from './time-range.ts';

/** A bucket under the pointer, with the width it stands for. */
export type BucketAt = Bucket & { readonly widthMs: number };

/** What is on the chart at this moment. */
export interface TimelinePicture {
  readonly buckets: Buckets;
  readonly gaps: readonly Gap[];
  readonly markers: readonly Marker[];
  readonly range: TimeRange;
  readonly onSelect?: (range: TimeRange) => void;
  readonly onPoint?: (bucket: BucketAt | null) => void;
}

interface TimelineLook {
  readonly view: 'strongest' | 'all';
  readonly selectable: boolean;
}

/** A drag shorter than this is a click. */
const SHORTEST_DRAG_PX = 4;
const TICKS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map((seconds) => seconds * 1000);
const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };

/**
 * uPlot's options for a timeline.
 *
 * @param picture Read at every drawing, so that the chart need not be made anew when what it shows changes.
 */
export function timelineOptions(picture: () => TimelinePicture, { view, selectable }: TimelineLook): ChartOptions {
  return {
    legend: { show: false },
    cursor: { y: false, points: { show: false }, drag: { x: selectable, y: false, setScale: false } },
    scales: {
      x: { time: false, range: () => [picture().range.fromMs, picture().range.toMs] },
      y: { range: () => [STRIP_BOTTOM - 0.02, 1] },
    },
    axes: [
      { ...AXIS, incrs: TICKS_MS, space: 70, values: (_, ticks) => ticks.map(formatClock) },
      {
        ...AXIS,
        splits: () => [0, 0.25, 0.5, 0.75, 1],
        values: (_, ticks) => ticks.map((tick) => `${Math.round(tick * 100)} %`),
        size: 56,
      },
    ],
    series: [{}, ...EMOTIONS.map((emotion) => lineOf(emotion, view === 'all'))],
    hooks: {
      drawClear: [(chart) => withPen(chart, (pen) => drawGaps(pen, picture().gaps))],
      draw: [
        (chart) =>
          withPen(chart, (pen) => {
            if (view === 'strongest') drawStrongest(pen, picture().buckets);
            drawStrip(pen, picture().buckets);
            drawMarkers(pen, picture().markers);
          }),
      ],
      setSelect: [(chart) => tellSelection(chart, picture())],
      setCursor: [(chart) => tellPoint(chart, picture())],
    },
  };
}

function lineOf(emotion: (typeof EMOTIONS)[number], show: boolean): uPlot.Series {
  const { colour, dashPx } = emotionStyle(emotion);
  return { show, scale: 'y', stroke: colour, width: 2, dash: [...dashPx], points: { show: false } };
}

function tellSelection(chart: uPlot, { onSelect }: TimelinePicture): void {
  const { left, width } = chart.select;
  if (width === 0) return;
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (width < SHORTEST_DRAG_PX) return;
  onSelect?.({ fromMs: chart.posToVal(left, 'x'), toMs: chart.posToVal(left + width, 'x') });
}

function tellPoint(chart: uPlot, { buckets, onPoint }: TimelinePicture): void {
  if (!onPoint) return;
  const left = chart.cursor.left ?? -1;
  const atMs = left < 0 ? Number.NaN : chart.posToVal(left, 'x');
  const { widthMs } = buckets;
  const found = buckets.buckets.find(({ fromMs }) => fromMs <= atMs && atMs < fromMs + widthMs);
  onPoint(found ? { ...found, widthMs } : null);
}

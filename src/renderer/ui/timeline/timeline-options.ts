import type uPlot from 'uplot';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import type { Gap } from '../../../core/emotion/gap.ts';
import { emotionStyle } from '../emotion-style.ts';
import type { ChartOptions } from '../uplot-chart.tsx';
import { VALENCE_HIGH_SERIES, VALENCE_LOW_SERIES } from './chart-data.ts';
import { drawForeground, drawGround } from './draw-lanes.ts';
import { type LanePlace, rangeWithin } from './lane.ts';
import { withPen } from './pen.ts';
import type { TimeRange } from './time-range.ts';

/** What the chart shows now. */
export interface TimelinePicture {
  readonly places: readonly LanePlace[];
  readonly gaps: readonly Gap[];
  readonly range: TimeRange;
  readonly cursorMs: number;
  readonly selection: TimeRange | null;
  readonly formatClock: (ms: number) => string;
  /** A stretch was dragged over. */
  readonly onSelect: (range: TimeRange) => void;
  /** A moment was clicked. */
  readonly onMoment: (atMs: number) => void;
}

/** A drag shorter than this is a click. */
const SHORTEST_DRAG_PX = 4;
const NAMES_PX = 156;
/** Room for two lines: the session's time, and the time of day where there is one. */
export const AXIS_PX = 58;
const TICKS_MS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200].map((seconds) => seconds * 1000);
const AXIS = { stroke: '#37424b', font: '13px system-ui, sans-serif', grid: { stroke: '#e3e7ea', width: 1 } };
const INK = '#1d242a';

/**
 * uPlot's options for a timeline: one time axis, and a separate scale for each lane of curves.
 *
 * @param picture Read at every redraw, so that the chart need not be rebuilt when its content changes.
 * @param withEmotions Draws a line for each of the seven emotions instead of one for the strongest.
 */
export function timelineOptions(picture: () => TimelinePicture, withEmotions: boolean): ChartOptions {
  return {
    legend: { show: false },
    // Padding only on the right, where the last tick's label extends past the axis: lanes are placed from the top.
    padding: [0, 28, 0, 0],
    cursor: { y: false, points: { show: false }, drag: { x: true, y: false, setScale: false } },
    scales: {
      x: { time: false, range: () => [picture().range.fromMs, picture().range.toMs] },
      valence: { range: (chart) => laneRange(chart, picture(), 'valence', -1) },
      confidence: { range: (chart) => laneRange(chart, picture(), 'confidence', 0) },
    },
    axes: [
      { ...AXIS, size: AXIS_PX, incrs: TICKS_MS, space: 70, values: (_, ticks) => ticks.map(picture().formatClock) },
      { scale: 'confidence', size: NAMES_PX, splits: () => [], values: () => [], grid: { show: false } },
    ],
    bands: [{ series: [VALENCE_HIGH_SERIES, VALENCE_LOW_SERIES], fill: 'rgba(31, 99, 196, 0.20)' }],
    series: [
      {},
      { scale: 'valence', stroke: '#174a94', width: 2, points: { show: false } },
      { scale: 'valence', stroke: 'transparent', points: { show: false } },
      { scale: 'valence', stroke: 'transparent', points: { show: false } },
      { scale: 'confidence', stroke: INK, width: 2, show: !withEmotions, points: { show: false } },
      ...EMOTIONS.map((emotion): uPlot.Series => {
        const { colour, dashPx } = emotionStyle(emotion);
        return {
          scale: 'confidence',
          stroke: colour,
          width: 2,
          dash: [...dashPx],
          show: withEmotions,
          points: { show: false },
        };
      }),
    ],
    hooks: {
      ready: [(chart) => tellClicks(chart, picture)],
      drawClear: [
        (chart) => {
          writeNames(chart, picture().places);
          withPen(chart, (pen) => drawGround(pen, picture().places, picture().gaps));
        },
      ],
      draw: [
        (chart) =>
          withPen(chart, (pen) => drawForeground(pen, picture().places, picture().cursorMs, picture().selection)),
      ],
      setSelect: [(chart) => tellSelection(chart, picture())],
    },
  };
}

/** The scale on which `least` to 1 fill the lane of that kind; any scale will do while there is no such lane. */
function laneRange(
  chart: uPlot,
  { places }: TimelinePicture,
  kind: LanePlace['lane']['kind'],
  least: number,
): [number, number] {
  const place = places.find(({ lane }) => lane.kind === kind);
  return place ? rangeWithin(place, chart.bbox.height / devicePixelRatio, least, 1) : [least, 1];
}

/** The lanes' names, in the margin left of them; one that is too long is cut with an ellipsis. */
function writeNames({ ctx, bbox }: uPlot, places: readonly LanePlace[]): void {
  const scale = devicePixelRatio;
  ctx.save();
  ctx.font = `${13 * scale}px system-ui, sans-serif`;
  ctx.fillStyle = INK;
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (const { lane, topPx, heightPx } of places) {
    const y = bbox.top + (topPx + heightPx / 2) * scale;
    ctx.fillText(cut(ctx, lane.name, (NAMES_PX - 14) * scale), bbox.left - 8 * scale, y);
  }
  ctx.restore();
}

function cut(ctx: CanvasRenderingContext2D, text: string, roomPx: number): string {
  if (ctx.measureText(text).width <= roomPx) return text;
  let length = text.length - 1;
  while (length > 1 && ctx.measureText(`${text.slice(0, length)}…`).width > roomPx) length--;
  return `${text.slice(0, length)}…`;
}

function tellSelection(chart: uPlot, { onSelect }: TimelinePicture): void {
  const { left, width } = chart.select;
  if (width === 0) return;
  chart.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
  if (width < SHORTEST_DRAG_PX) return;
  onSelect({ fromMs: chart.posToVal(left, 'x'), toMs: chart.posToVal(left + width, 'x') });
}

/** A click that does not end a drag: uPlot does not report those. */
function tellClicks(chart: uPlot, picture: () => TimelinePicture): void {
  chart.over.addEventListener('click', (event) => picture().onMoment(chart.posToVal(event.offsetX, 'x')));
}

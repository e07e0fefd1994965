import { useMemo, useRef } from 'react';
import type { SessionWindow } from '../../contract/review/review.ts';
import type { Gap } from '../../core/emotion/gap.ts';
import { chartColumns, NO_READINGS } from './timeline/chart-data.ts';
import { type Lane, placeLanes } from './timeline/lane.ts';
import type { TimeRange } from './timeline/time-range.ts';
import { AXIS_PX, timelineOptions } from './timeline/timeline-options.ts';
import { UPlotChart } from './uplot-chart.tsx';

interface TimelineChartProps {
  /** The readings of the visible range and perhaps of more; undefined until they arrive. */
  readonly window: SessionWindow | undefined;
  readonly lanes: readonly Lane[];
  readonly gaps: readonly Gap[];
  /** The visible range. */
  readonly range: TimeRange;
  readonly cursorMs: number;
  readonly selection: TimeRange | null;
  /** A line for each of the seven emotions instead of one for the strongest. */
  readonly withEmotions: boolean;
  readonly label: string;
  /** What stands at a tick of the axis, in one line or two. */
  readonly formatClock: (ms: number) => string;
  readonly onSelect: (range: TimeRange) => void;
  readonly onMoment: (atMs: number) => void;
}

/** A session over time: what the machine read, what it did not, and what people said, in lanes one below another. */
export function TimelineChart(props: TimelineChartProps) {
  const { window, lanes, withEmotions, label } = props;
  const { places, heightPx } = useMemo(() => placeLanes(lanes), [lanes]);
  const picture = useRef({ ...props, places });
  picture.current = { ...props, places };

  const options = useMemo(() => timelineOptions(() => picture.current, withEmotions), [withEmotions]);
  const curves = useMemo(() => (window ? chartColumns(window) : NO_READINGS), [window]);
  // uPlot redraws only when it is given new data, so any other change passes a new array of the same columns.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const data = useMemo<typeof curves>(
    () => [...curves],
    [curves, places, props.gaps, props.range, props.cursorMs, props.selection],
  );
  return <UPlotChart options={options} data={data} heightPx={heightPx + AXIS_PX} label={label} />;
}

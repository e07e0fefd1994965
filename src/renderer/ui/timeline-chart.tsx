import { useMemo, useRef } from 'react';
import type { SampleColumns } from '../../contract/sessions.ts';
import type { Gap, Marker } from '../../core/emotion/sample.ts';
import { bucketSamples } from './timeline/bucket-samples.ts';
import { chartColumns } from './timeline/chart-data.ts';
import type { TimeRange } from './timeline/time-range.ts';
import { type BucketAt, timelineOptions } from './timeline/timeline-options.ts';
import { UPlotChart } from './uplot-chart.tsx';

/** More than this cannot be told apart on a screen. */
const MOST_BUCKETS = 500;
const HEIGHT_PX = 300;

interface TimelineChartProps {
  readonly samples: SampleColumns;
  readonly gaps: readonly Gap[];
  readonly markers: readonly Marker[];
  /** What is shown. */
  readonly range: TimeRange;
  /** strongest: the strongest emotion with its band; all: a line for each of the seven. */
  readonly view?: 'strongest' | 'all';
  readonly label: string;
  /** A range was dragged over. Without it nothing can be dragged. */
  readonly onSelect?: (range: TimeRange) => void;
  /** The pointer is over a bucket, or over none. */
  readonly onPoint?: (bucket: BucketAt | null) => void;
}

/** A session's readings over time: gaps as gaps, doubt as doubt, staff events as flags. */
export function TimelineChart(props: TimelineChartProps) {
  const { samples, range, view = 'strongest', label } = props;
  const buckets = useMemo(() => bucketSamples(samples, range, MOST_BUCKETS), [samples, range]);
  const picture = useRef({ ...props, buckets });
  picture.current = { ...props, buckets };

  const selectable = props.onSelect !== undefined;
  const options = useMemo(() => timelineOptions(() => picture.current, { view, selectable }), [view, selectable]);
  // New gaps or markers are drawn with new data: uPlot draws again only when it is given some.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const data = useMemo(() => chartColumns(buckets), [buckets, props.gaps, props.markers]);
  return <UPlotChart options={options} data={data} heightPx={HEIGHT_PX} label={label} />;
}

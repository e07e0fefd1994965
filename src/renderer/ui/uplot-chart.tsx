import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';

/** All of uPlot's options except the size, which follows the room there is. */
export type ChartOptions = Omit<uPlot.Options, 'width' | 'height'>;

interface UPlotChartProps {
  /** A new object makes a new chart: keep it in a memo. */
  readonly options: ChartOptions;
  readonly data: uPlot.AlignedData;
  readonly heightPx: number;
  /** What the picture shows, in words, for those who do not see it. */
  readonly label: string;
}

/** uPlot in React: rebuilt when its options change, given new data otherwise, and as wide as its place. */
export function UPlotChart({ options, data, heightPx, label }: UPlotChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<uPlot | null>(null);
  const newest = useRef(data);
  newest.current = data;

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const made = new uPlot(
      { ...options, width: element.clientWidth || 300, height: heightPx },
      newest.current,
      element,
    );
    chart.current = made;
    const observer = new ResizeObserver(() => made.setSize({ width: element.clientWidth || 300, height: heightPx }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
      chart.current = null;
    };
  }, [options, heightPx]);

  useEffect(() => chart.current?.setData(data), [data]);

  return <div ref={box} role="img" aria-label={label} style={{ minHeight: heightPx, width: '100%' }} />;
}

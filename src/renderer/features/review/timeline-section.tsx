import { Group, SegmentedControl, Text } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { Timeline } from '../../../contract/sessions.ts';
import { formatClock } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { panRange, type TimeRange, zoomRange } from '../../ui/timeline/time-range.ts';
import type { BucketAt } from '../../ui/timeline/timeline-options.ts';
import { TimelineChart } from '../../ui/timeline-chart.tsx';
import { PointReadout } from './point-readout.tsx';
import { TimelineKey } from './timeline-key.tsx';
import { ZoomButtons } from './zoom-buttons.tsx';

interface TimelineSectionProps {
  readonly timeline: Timeline;
  readonly range: TimeRange;
  readonly wholeMs: number;
  readonly onShow: (range: TimeRange) => void;
  readonly onReset: () => void;
}

type View = 'strongest' | 'all';

/** The timeline with its zoom: by dragging, by buttons, and by keys while it has the focus. */
export function TimelineSection({ timeline, range, wholeMs, onShow, onReset }: TimelineSectionProps) {
  const [view, setView] = useState<View>('strongest');
  const [point, setPoint] = useState<BucketAt | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Readonly<Record<string, () => void>> = {
      '+': () => onShow(zoomRange(range, 0.5, wholeMs)),
      '=': () => onShow(zoomRange(range, 0.5, wholeMs)),
      '-': () => onShow(zoomRange(range, 2, wholeMs)),
      ArrowLeft: () => onShow(panRange(range, -0.25, wholeMs)),
      ArrowRight: () => onShow(panRange(range, 0.25, wholeMs)),
      Home: onReset,
      '0': onReset,
    };
    const move = Object.hasOwn(moves, event.key) && !event.ctrlKey && !event.metaKey ? moves[event.key] : undefined;
    if (!move) return;
    event.preventDefault();
    move();
  }

  return (
    <Section
      title="Timeline"
      description="Drag over a part to see it larger. Keys: + and − zoom, arrows move, Home shows everything."
    >
      <Group justify="space-between">
        <SegmentedControl
          aria-label="What the timeline shows"
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'strongest', label: 'Strongest emotion' },
            { value: 'all', label: 'All seven' },
          ]}
        />
        <ZoomButtons range={range} wholeMs={wholeMs} onShow={onShow} onReset={onReset} />
      </Group>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys that zoom and move need a place to be pressed */}
      <div role="application" tabIndex={0} aria-label="Timeline: plus, minus, arrows, Home" onKeyDown={onKeyDown}>
        <TimelineChart
          samples={timeline.samples}
          gaps={timeline.gaps}
          markers={timeline.markers}
          range={range}
          view={view}
          label={`Timeline from ${formatClock(range.fromMs)} to ${formatClock(range.toMs)}. The tables below hold its figures.`}
          onSelect={onShow}
          onPoint={setPoint}
        />
      </div>
      <Text role="status" size="sm" c="dimmed">
        Shown: {formatClock(range.fromMs)} to {formatClock(range.toMs)} of {formatClock(wholeMs)}
      </Text>
      <PointReadout point={point} />
      <TimelineKey />
    </Section>
  );
}

import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Timeline } from '../../../../contract/sessions.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { TimelineChart } from '../../../ui/timeline-chart.tsx';
import { useSessionTime, useWallClock } from '../session-time.tsx';
import { commandOf } from '../video/player-props.ts';
import type { PlayerHandle } from '../video/use-player.ts';
import { MomentReadout } from './moment-readout.tsx';
import { TimelineButtons } from './timeline-buttons.tsx';
import { TimelineKey } from './timeline-key.tsx';
import { type JumpTargets, keyAction, type NothingFound } from './timeline-keys.ts';
import type { TimelineAction, TimelineState } from './timeline-state.ts';
import { useClockTenths } from './use-clock-tenths.ts';
import { useLanes } from './use-lanes.ts';
import { useSessionWindow } from './use-session-window.ts';

interface TimelineSectionProps {
  readonly timeline: Timeline;
  readonly state: TimelineState;
  readonly onAction: (action: TimelineAction) => void;
  /** Called when somebody wants to say what a stretch was. */
  readonly onSay: (stretch: TimeRange) => void;
  /** Where the session's video is played, if there is one. */
  readonly player: RefObject<PlayerHandle | null>;
}

type View = 'strongest' | 'all';

/** A marker is under the cursor when it is nearer than this share of the visible range. */
const NEAR_SHARE = 1 / 150;

/** The timeline with its cursor: by pointer, by buttons, and by keys while it has the focus. */
export function TimelineSection({ timeline, state, onAction, onSay, player }: TimelineSectionProps) {
  const { t } = useTranslation('review');
  const clockTenths = useClockTenths();
  const wallClock = useWallClock();
  const [view, setView] = useState<View>('strongest');
  const { range, cursorMs, selection, wholeMs } = state;
  const window = useSessionWindow(timeline.session.id, range);
  const lanes = useLanes(timeline, window.data);
  const jumpTargets = useMemo(() => jumpTargetsOf(timeline), [timeline]);
  const [notFound, setNotFound] = useState<(NothingFound & { readonly cursorMs: number }) | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && selection) {
      event.preventDefault();
      onSay(selection);
      return;
    }
    const command = commandOf(event.key);
    if (command && player.current) {
      event.preventDefault();
      player.current.obey(command);
      return;
    }
    const action = keyAction(event, state, jumpTargets);
    setNotFound(action?.kind === 'nothing-found' ? { ...action, cursorMs } : null);
    if (!action || action.kind === 'nothing-found') return;
    event.preventDefault();
    onAction(action);
  }

  return (
    <Section title={t(($) => $.timeline.title)} description={t(($) => $.timeline.description)}>
      <Group justify="space-between" className="not-printed">
        <SegmentedControl
          aria-label={t(($) => $.timeline.view)}
          value={view}
          onChange={setView}
          data={[
            { value: 'strongest', label: t(($) => $.timeline.strongest) },
            { value: 'all', label: t(($) => $.timeline.all) },
          ]}
        />
        <TimelineButtons onAction={onAction} />
      </Group>
      {window.error && (
        <ErrorNotice error={window.error} title={t(($) => $.timeline.failed)} onRetry={() => window.refetch()} />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys need a place to be pressed */}
      <div role="application" tabIndex={0} aria-label={t(($) => $.timeline.application)} onKeyDown={onKeyDown}>
        <TimelineChart
          window={window.data}
          lanes={lanes}
          gaps={timeline.gaps}
          range={range}
          cursorMs={cursorMs}
          selection={selection}
          withEmotions={view === 'all'}
          label={t(($) => $.timeline.label, {
            from: formatClock(range.fromMs),
            to: formatClock(range.toMs),
            at: clockTenths(cursorMs),
          })}
          formatClock={(ms) => [formatClock(ms), wallClock(ms)].filter((line) => line !== null).join('\n')}
          onSelect={(chosen) => onAction({ kind: 'select', range: chosen })}
          onMoment={(atMs) => onAction({ kind: 'cursor', atMs })}
        />
      </div>
      <Text size="sm" c="dimmed">
        {t(($) => $.timeline.shown, {
          from: formatClock(range.fromMs),
          to: formatClock(range.toMs),
          whole: formatClock(wholeMs),
        })}
      </Text>
      <Chosen selection={selection} onAction={onAction} onSay={onSay} />
      <Text role="status" size="sm">
        {/* The message is about the place where the cursor was then. */}
        {notFound?.cursorMs === cursorMs && t(($) => $.timeline.notFound[notFound.sought])}
      </Text>
      <MomentReadout
        timeline={timeline}
        window={window.data}
        atMs={cursorMs}
        nearMs={(range.toMs - range.fromMs) * NEAR_SHARE}
      />
      <TimelineKey />
    </Section>
  );
}

/** The chosen stretch, and what can be done with it. */
function Chosen({
  selection,
  onAction,
  onSay,
}: Pick<TimelineSectionProps, 'onAction' | 'onSay'> & { selection: TimeRange | null }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const clockTenths = useClockTenths();
  const sessionTime = useSessionTime();
  if (!selection) return <Text size="sm">{t(($) => $.timeline.noneChosen)}</Text>;
  return (
    <Group gap="sm">
      <Text fw={650}>
        {t(($) => $.timeline.chosen, {
          from: sessionTime(selection.fromMs, clockTenths(selection.fromMs)),
          to: sessionTime(selection.toMs, clockTenths(selection.toMs)),
          length: format.length(selection.toMs - selection.fromMs),
        })}
      </Text>
      <Button size="compact-md" onClick={() => onSay(selection)}>
        {t(($) => $.timeline.say)}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => onAction({ kind: 'show', range: selection })}>
        {t(($) => $.timeline.zoomTo)}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => onAction({ kind: 'select', range: null })}>
        {t(($) => $.timeline.clear)}
      </Button>
    </Group>
  );
}

function jumpTargetsOf({ summary, markers, observations, annotations }: Timeline): JumpTargets {
  const entries = [
    ...markers.map(({ atMs, toMs }) => ({ fromMs: atMs, toMs: toMs ?? atMs })),
    ...observations.map(({ atMs }) => ({ fromMs: atMs, toMs: atMs })),
    ...annotations,
  ];
  return { episodes: summary.episodes, entries: entries.toSorted((a, b) => a.fromMs - b.fromMs) };
}

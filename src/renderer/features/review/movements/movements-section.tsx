import { Button, Group, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MovementWindow } from '../../../../contract/review/review.ts';
import { MOVEMENT_LANES, type MovementLane } from '../../../../core/emotion/movements.ts';
import { call } from '../../../client/client.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { formatClock } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/language.tsx';
import { Section } from '../../../ui/section.tsx';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { UPlotChart } from '../../../ui/uplot-chart.tsx';
import { laneColumns, movementsAt } from './lane-columns.ts';
import { laneOptions } from './lane-options.ts';

interface MovementsSectionProps {
  readonly sessionId: string;
  /** What the timeline shows. */
  readonly range: TimeRange;
  readonly cursorMs: number;
}

const MOST_ROWS = 1000;
const LANE_PX = 96;

/** How the face moved, as measured quantities in a lane each, under the timeline's own range; fetched when asked for. */
export function MovementsSection(props: MovementsSectionProps) {
  const { t } = useTranslation('review');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Section title={t(($) => $.movements.title)} description={t(($) => $.movements.description)}>
      <Group>
        <Button variant="default" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t(($) => $.movements.hide) : t(($) => $.movements.show)}
        </Button>
      </Group>
      {isOpen && <Lanes {...props} />}
    </Section>
  );
}

function Lanes({ sessionId, range, cursorMs }: MovementsSectionProps) {
  const { t } = useTranslation('review');
  const input = { sessionId, fromMs: Math.max(0, range.fromMs), toMs: range.toMs, mostRows: MOST_ROWS };
  const movements = useQuery({
    queryKey: ['sessions.movements', input],
    queryFn: () => call('sessions.movements', input),
    placeholderData: keepPreviousData,
  });
  if (movements.error) {
    return (
      <ErrorNotice
        error={movements.error}
        title={t(($) => $.movements.failed)}
        onRetry={() => void movements.refetch()}
      />
    );
  }
  const window = movements.data;
  if (!window) return <Text role="status">{t(($) => $.movements.reading)}</Text>;
  if (window.count === 0) return <Text>{t(($) => $.movements.none)}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {window.rest ? t(($) => $.movements.withRest) : t(($) => $.movements.withoutRest)}
      </Text>
      {MOVEMENT_LANES.map((lane, index) => (
        <Lane key={lane} lane={lane} index={index} window={window} range={range} cursorMs={cursorMs} />
      ))}
    </Stack>
  );
}

interface LaneProps extends Omit<MovementsSectionProps, 'sessionId'> {
  readonly lane: MovementLane;
  readonly index: number;
  readonly window: MovementWindow;
}

function Lane({ lane, index, window, range, cursorMs }: LaneProps) {
  const { t } = useTranslation('review');
  const figure = useMovementFigure(lane);
  const rest = window.rest?.[index];
  const now = movementsAt(window, cursorMs)?.[index];
  const options = useMemo(() => laneOptions({ range, rest }), [range, rest]);
  const data = useMemo(() => laneColumns(window, index), [window, index]);
  const name = t(($) => $.movements.lane[lane]);
  return (
    <div data-testid={`movement-${lane}`}>
      <Group gap="md">
        <Text fw={600}>{name}</Text>
        <Text>{now === undefined ? t(($) => $.movements.nothingHere) : figure(now)}</Text>
        {rest !== undefined && <Text c="dimmed">{t(($) => $.movements.atRest, { figure: figure(rest) })}</Text>}
        {rest !== undefined && now !== undefined && (
          <Text c="dimmed">{t(($) => $.movements.change, { figure: figure(now - rest, true) })}</Text>
        )}
      </Group>
      <UPlotChart
        options={options}
        data={data}
        heightPx={LANE_PX}
        label={t(($) => $.movements.label, {
          name,
          from: formatClock(range.fromMs),
          to: formatClock(range.toMs),
        })}
      />
    </div>
  );
}

/** Degrees with one decimal, lengths as a percentage of the distance between the eyes. */
function useMovementFigure(lane: MovementLane): (value: number, isChange?: boolean) => string {
  const { t } = useTranslation('review');
  const locale = useLocale();
  return (value, isChange = false) => {
    const isDegrees = lane.endsWith('Deg');
    const figure = new Intl.NumberFormat(locale, {
      style: isDegrees ? 'decimal' : 'percent',
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
      signDisplay: isChange ? 'exceptZero' : 'auto',
    }).format(value);
    return isDegrees ? t(($) => $.movements.degrees, { figure }) : t(($) => $.movements.ofEyes, { figure });
  };
}

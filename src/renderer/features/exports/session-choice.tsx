import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { DayFilter } from '../../ui/form/day-filter.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { childrenOf, NO_FILTER, shownSessions } from './choice.ts';

interface SessionChoiceProps {
  readonly sessions: readonly Session[];
  /** Ids. A session stays chosen while a filter hides it. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Sessions to tick, by child and days. */
export function SessionChoice({ sessions, chosen, onChoose }: SessionChoiceProps) {
  const { t } = useTranslation('exports');
  const format = useFormat();
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = shownSessions(sessions, filter);
  const label = t(($) => $.page.sessions);

  function choose(ids: readonly string[], isChosen: boolean): void {
    const next = new Set(chosen);
    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
    onChoose(next);
  }

  return (
    <Stack gap="sm" component="fieldset" p={0} m={0} bd={0}>
      <Text component="legend" fw={600} mb="xs">
        {label}
      </Text>
      <Group align="flex-end">
        <Select
          label={t(($) => $.page.child)}
          placeholder={t(($) => $.page.anyChild)}
          clearable
          searchable
          data={childrenOf(sessions)}
          value={filter.childId}
          onChange={(childId) => setFilter({ ...filter, childId })}
        />
        <DayFilter
          label={t(($) => $.page.from)}
          value={filter.fromDay}
          onChange={(fromDay) => setFilter({ ...filter, fromDay })}
        />
        <DayFilter
          label={t(($) => $.page.until)}
          value={filter.untilDay}
          onChange={(untilDay) => setFilter({ ...filter, untilDay })}
        />
      </Group>
      <Group>
        <Button
          variant="default"
          onClick={() =>
            choose(
              shown.map(({ id }) => id),
              true,
            )
          }
          disabled={shown.length === 0}
        >
          {t(($) => $.page.chooseAll)}
        </Button>
        <Button variant="default" onClick={() => onChoose(new Set())} disabled={chosen.size === 0}>
          {t(($) => $.page.chooseNone)}
        </Button>
        <Text role="status">{t(($) => $.page.chosen, { count: chosen.size })}</Text>
      </Group>
      {shown.length === 0 ? (
        <Text c="dimmed">{t(($) => $.page.noneShown)}</Text>
      ) : (
        <DataTable
          label={label}
          maxHeightPx={320}
          verticalSpacing={4}
          rows={shown}
          rowKey={({ id }) => id}
          columns={{
            begun: {
              header: t(($) => $.page.begun),
              cell: ({ id, startedAtIso, childCode }) => (
                <Checkbox
                  label={format.dateTime(startedAtIso)}
                  aria-label={`${childCode}, ${format.dateTime(startedAtIso)}`}
                  checked={chosen.has(id)}
                  onChange={(event) => choose([id], event.currentTarget.checked)}
                />
              ),
            },
            child: { header: t(($) => $.page.child), wrap: 'anywhere', cell: ({ childCode }) => childCode },
            length: { header: t(($) => $.page.length), cell: ({ durationMs }) => formatClock(durationMs) },
          }}
        />
      )}
    </Stack>
  );
}

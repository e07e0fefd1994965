import { Button, Checkbox, Group, ScrollArea, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { formatClock, useFormat } from '../../ui/format.ts';
import { childrenOf, NO_FILTER, shownSessions } from './choice.ts';

interface SessionChoiceProps {
  readonly sessions: readonly Session[];
  /** Ids; those that a filter hides stay chosen. */
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
        <TextInput
          type="date"
          label={t(($) => $.page.from)}
          value={filter.fromDay}
          onChange={(event) => setFilter({ ...filter, fromDay: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t(($) => $.page.until)}
          value={filter.untilDay}
          onChange={(event) => setFilter({ ...filter, untilDay: event.currentTarget.value })}
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
      {shown.length === 0 && <Text c="dimmed">{t(($) => $.page.noneShown)}</Text>}
      {shown.length > 0 && (
        <ScrollArea.Autosize mah={320} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': label }}>
          <Table verticalSpacing={4} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t(($) => $.page.begun)}</Table.Th>
                <Table.Th>{t(($) => $.page.child)}</Table.Th>
                <Table.Th>{t(($) => $.page.length)}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ id, startedAtIso, childCode, durationMs }) => (
                <Table.Tr key={id}>
                  <Table.Td>
                    <Checkbox
                      label={format.dateTime(startedAtIso)}
                      aria-label={`${childCode}, ${format.dateTime(startedAtIso)}`}
                      checked={chosen.has(id)}
                      onChange={(event) => choose([id], event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{childCode}</Table.Td>
                  <Table.Td>{formatClock(durationMs)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
    </Stack>
  );
}

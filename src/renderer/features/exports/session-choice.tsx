import { Button, Checkbox, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MOST_FOUND, SESSIONS_A_PAGE, type Session } from '../../../contract/sessions.ts';
import { call } from '../../client/client.ts';
import { useCall } from '../../client/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { DayFilter } from '../../ui/form/day-filter.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { PageSteps } from '../../ui/page-steps.tsx';

/** Sessions that have ended, each its child's; null sets no bound. */
const EVERY = {
  only: 'ended' as const,
  childId: null as string | null,
  fromDay: null as string | null,
  untilDay: null as string | null,
};

interface SessionChoiceProps {
  /** Ids. A session stays chosen while a filter or another page hides it. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Sessions to tick, found by child and days, a page at a time. */
export function SessionChoice({ chosen, onChoose }: SessionChoiceProps) {
  const { t } = useTranslation('exports');
  const [filter, setFilter] = useState(EVERY);
  const [page, setPage] = useState(0);
  const found = useCall('sessions.page', { ...filter, page }, { keepsPrevious: true });
  const codes = useCall('children.codes', {});
  const all = useMutation({
    mutationFn: () => call('sessions.found', filter),
    onSuccess: ({ sessionIds }) => onChoose(new Set([...chosen, ...sessionIds])),
  });

  function find(changes: Partial<typeof EVERY>): void {
    setFilter({ ...filter, ...changes });
    setPage(0);
    all.reset();
  }

  return (
    <Loaded query={found} what={t(($) => $.page.sessions)}>
      {({ sessions, total }) =>
        total === 0 && filter === EVERY ? (
          <EmptyState title={t(($) => $.page.noSessions)} />
        ) : (
          <Stack gap="sm" component="fieldset" p={0} m={0} bd={0}>
            <Text component="legend" fw={600} mb="xs">
              {t(($) => $.page.sessions)}
            </Text>
            <Group align="flex-end">
              <Select
                label={t(($) => $.page.child)}
                placeholder={t(($) => $.page.anyChild)}
                clearable
                searchable
                limit={50}
                data={(codes.data ?? []).map(({ id, code }) => ({ value: id, label: code }))}
                value={filter.childId}
                onChange={(childId) => find({ childId })}
              />
              <DayFilter
                label={t(($) => $.page.from)}
                value={filter.fromDay ?? ''}
                onChange={(day) => find({ fromDay: day || null })}
              />
              <DayFilter
                label={t(($) => $.page.until)}
                value={filter.untilDay ?? ''}
                onChange={(day) => find({ untilDay: day || null })}
              />
            </Group>
            <Group>
              <Button variant="default" loading={all.isPending} onClick={() => all.mutate()} disabled={total === 0}>
                {t(($) => $.page.chooseAll)}
              </Button>
              <Button
                variant="default"
                onClick={() => {
                  all.reset();
                  onChoose(new Set());
                }}
                disabled={chosen.size === 0}
              >
                {t(($) => $.page.chooseNone)}
              </Button>
              <Text role="status">{t(($) => $.page.chosen, { count: chosen.size })}</Text>
            </Group>
            {all.error && <ErrorNotice error={all.error} title={t(($) => $.page.notDone)} />}
            {all.isSuccess && total > MOST_FOUND && (
              <Text>{t(($) => $.page.onlyNewestChosen, { most: MOST_FOUND })}</Text>
            )}
            <Text role="status" c="dimmed">
              {total === 0 ? t(($) => $.page.noneShown) : t(($) => $.page.found, { count: total })}
            </Text>
            {sessions.length > 0 && <Ticks sessions={sessions} chosen={chosen} onChoose={onChoose} />}
            <PageSteps total={total} pageSize={SESSIONS_A_PAGE} page={page} onChange={setPage} />
          </Stack>
        )
      }
    </Loaded>
  );
}

function Ticks({ sessions, chosen, onChoose }: SessionChoiceProps & { readonly sessions: readonly Session[] }) {
  const { t } = useTranslation('exports');
  const format = useFormat();

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    onChoose(next);
  }

  return (
    <DataTable
      label={t(($) => $.page.sessions)}
      maxHeightPx={320}
      verticalSpacing={4}
      rows={sessions}
      rowKey={({ id }) => id}
      columns={{
        begun: {
          header: t(($) => $.page.begun),
          cell: ({ id, startedAtIso, childCode }) => (
            <Checkbox
              label={format.dateTime(startedAtIso)}
              aria-label={`${childCode}, ${format.dateTime(startedAtIso)}`}
              checked={chosen.has(id)}
              onChange={(event) => choose(id, event.currentTarget.checked)}
            />
          ),
        },
        child: { header: t(($) => $.page.child), wrap: 'anywhere', cell: ({ childCode }) => childCode },
        length: { header: t(($) => $.page.length), cell: ({ durationMs }) => formatClock(durationMs) },
      }}
    />
  );
}

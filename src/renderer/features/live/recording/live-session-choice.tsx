import { Group, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSIONS_A_PAGE } from '../../../../contract/sessions.ts';
import { useCall } from '../../../client/use-call.ts';
import { DayFilter } from '../../../ui/form/day-filter.tsx';
import { useFormat } from '../../../ui/format.ts';
import { PageSteps } from '../../../ui/page-steps.tsx';

interface LiveSessionChoiceProps {
  readonly childId: string;
  /** Id of the session; null for none. */
  readonly value: string | null;
  readonly onChange: (sessionId: string | null) => void;
}

/**
 * Asks which live session of a child a film shows too, among those that have ended. Where they are more than a page, they
 * are found by day, a page at a time.
 */
export function LiveSessionChoice({ childId, value, onChange }: LiveSessionChoiceProps) {
  const { t } = useTranslation('recordings');
  const { dateTime } = useFormat();
  const [days, setDays] = useState({ fromDay: null as string | null, untilDay: null as string | null });
  const [page, setPage] = useState(0);
  // What was chosen stays in the list while another page is looked at.
  const [chosen, setChosen] = useState<{ readonly value: string; readonly label: string } | null>(null);
  const found = useCall('sessions.page', { childId, only: 'ended-live', ...days, page }, { keepsPrevious: true });
  const total = found.data?.total ?? 0;
  const isSearched = days.fromDay !== null || days.untilDay !== null;
  const options = (found.data?.sessions ?? []).map(({ id, startedAtIso }) => ({
    value: id,
    label: dateTime(startedAtIso),
  }));
  const data = chosen && !options.some((option) => option.value === chosen.value) ? [chosen, ...options] : options;

  function find(changes: Partial<typeof days>): void {
    setDays({ ...days, ...changes });
    setPage(0);
  }

  return (
    <Stack gap="xs">
      <Select
        label={t(($) => $.liveSession)}
        description={t(($) => $.liveSessionHint)}
        placeholder={t(($) => $.noLiveSession)}
        clearable
        disabled={data.length === 0}
        data={data}
        value={value}
        onChange={(sessionId, option) => {
          setChosen(sessionId === null ? null : option);
          onChange(sessionId);
        }}
      />
      {(total > SESSIONS_A_PAGE || isSearched) && (
        <>
          <Group grow align="flex-start">
            <DayFilter
              label={t(($) => $.liveFrom)}
              value={days.fromDay ?? ''}
              onChange={(day) => find({ fromDay: day || null })}
            />
            <DayFilter
              label={t(($) => $.liveUntil)}
              value={days.untilDay ?? ''}
              onChange={(day) => find({ untilDay: day || null })}
            />
          </Group>
          <PageSteps total={total} pageSize={SESSIONS_A_PAGE} page={page} onChange={setPage} />
        </>
      )}
    </Stack>
  );
}

import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSIONS_A_PAGE } from '../../../contract/sessions.ts';
import { mayCall } from '../../client/may-call.ts';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { PageSteps } from '../../ui/page-steps.tsx';
import { useSite } from '../../ui/site-context.ts';
import { EVERY_SESSION, SessionFilters } from './session-filters.tsx';
import { SessionTable } from './session-table.tsx';
import { useTakeInReadings } from './take-in-readings.tsx';

/** All sessions, newest first, found by child, day, state and who began them. */
export function SessionsPage() {
  const { t } = useTranslation('review');
  const { t: exporting } = useTranslation('exports');
  const [filter, setFilter] = useState(EVERY_SESSION);
  const [page, setPage] = useState(0);
  const { user } = useSite();
  const { button, outcome } = useTakeInReadings();
  const sessions = useCall('sessions.page', { ...filter, page }, { keepsPrevious: true });
  return (
    <>
      <PageHeader
        title={t(($) => $.sessions.title)}
        description={t(($) => $.sessions.description)}
        actions={
          <>
            {mayCall(user.role, 'sessions.takeWaiting') && button}
            <PageLink to="/sessions/export">{exporting(($) => $.page.title)}</PageLink>
          </>
        }
      />
      {outcome}
      <Loaded query={sessions} what={t(($) => $.sessions.what)}>
        {({ sessions: list, total }) =>
          total === 0 && filter === EVERY_SESSION ? (
            <EmptyState title={t(($) => $.sessions.none)}>{t(($) => $.sessions.noneHelp)}</EmptyState>
          ) : (
            <Stack>
              <SessionFilters
                filter={filter}
                onChange={(next) => {
                  setFilter(next);
                  setPage(0);
                }}
              />
              <Text role="status" c="dimmed">
                {total === 0 ? t(($) => $.find.none) : t(($) => $.find.found, { count: total })}
              </Text>
              {total > 0 && <SessionTable sessions={list} />}
              <PageSteps total={total} pageSize={SESSIONS_A_PAGE} page={page} onChange={setPage} />
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

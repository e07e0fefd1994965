import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChildToday } from '../../../contract/children.ts';
import { useCall } from '../../client/use-call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.ts';
import { PageLink } from '../../ui/page-link.tsx';
import { STARTS_AT_ONCE } from '../../ui/starts-at-once.ts';
import { daysUntil } from './days-until.ts';

interface TodayTableProps {
  readonly registered: readonly ChildToday[];
  /** A consent that ends within so many days has its days counted. */
  readonly soonDays: number;
}

/** A row a child: the last session, how much of it could be read, until when consent holds, and Start. */
export function TodayTable({ registered, soonDays }: TodayTableProps) {
  const { t } = useTranslation('today');
  const format = useFormat();
  const sessionIds = registered.flatMap(({ lastSession }) =>
    lastSession && lastSession.state !== 'running' ? [lastSession.id] : [],
  );
  const coverage = useCall('sessions.coverage', { sessionIds }, { enabled: sessionIds.length > 0 });
  const shareOf = (id: string) => coverage.data?.find(({ sessionId }) => sessionId === id)?.coverage;

  function until(untilDate: string) {
    const count = daysUntil(untilDate, new Date());
    const date = format.date(untilDate);
    if (count > soonDays) return date;
    return <strong>{count < 1 ? t(($) => $.lastDay, { date }) : t(($) => $.daysLeft, { date, count })}</strong>;
  }

  return (
    <DataTable
      label={t(($) => $.title)}
      minWidthPx={640}
      verticalSpacing="sm"
      highlightOnHover
      rows={registered}
      rowKey={({ id }) => id}
      columns={{
        child: {
          header: t(($) => $.child),
          isRowHeader: true,
          wrap: 'anywhere',
          cell: ({ id, code, lastSession }) =>
            lastSession ? (
              <PageLink to={`/sessions/child/${id}`} label={t(($) => $.allOf, { child: code })}>
                {code}
              </PageLink>
            ) : (
              code
            ),
        },
        last: {
          header: t(($) => $.last),
          cell: ({ code, lastSession }) => {
            if (!lastSession) return t(($) => $.never);
            const at = format.dateTime(lastSession.startedAtIso);
            return (
              <PageLink to={`/sessions/${lastSession.id}`} label={t(($) => $.sessionOf, { child: code, at })}>
                {at}
              </PageLink>
            );
          },
        },
        coverage: {
          header: t(($) => $.coverage),
          align: 'right',
          cell: ({ lastSession }) => {
            if (!lastSession) return null;
            if (lastSession.state === 'running') return t(($) => $.runs);
            const share = shareOf(lastSession.id);
            return share === undefined ? t(($) => $.notYet) : format.part(share);
          },
        },
        until: { header: t(($) => $.until), cell: ({ untilDate }) => until(untilDate) },
        start: {
          align: 'right',
          cell: ({ id, code, lastSession }) =>
            lastSession?.state === 'running' ? null : (
              <Button
                component={Link}
                to={`/live/${id}`}
                state={STARTS_AT_ONCE}
                aria-label={t(($) => $.startOf, { child: code })}
              >
                {t(($) => $.start)}
              </Button>
            ),
        },
      }}
    />
  );
}

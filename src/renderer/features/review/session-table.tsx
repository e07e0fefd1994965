import { useTranslation } from 'react-i18next';
import type { Session } from '../../../contract/sessions.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatClock, useFormat } from '../../ui/format.ts';
import { PageLink } from '../../ui/page-link.tsx';

/** Sessions as a table: the start time links to the session, the child's code to all sessions of that child. */
export function SessionTable({ sessions }: { readonly sessions: readonly Session[] }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const { t: children } = useTranslation('children');
  const format = useFormat();
  return (
    <DataTable
      label={t(($) => $.sessions.title)}
      minWidthPx={700}
      verticalSpacing="sm"
      highlightOnHover
      rows={sessions}
      rowKey={({ id }) => id}
      columns={{
        started: {
          header: t(($) => $.sessions.started),
          cell: ({ id, startedAtIso }) => <PageLink to={`/sessions/${id}`}>{format.dateTime(startedAtIso)}</PageLink>,
        },
        child: {
          header: t(($) => $.sessions.child),
          cell: ({ childId, childCode }) => (
            <PageLink to={`/sessions/child/${childId}`} label={t(($) => $.sessions.compareChild, { child: childCode })}>
              {childCode}
            </PageLink>
          ),
        },
        length: { header: t(($) => $.sessions.length), cell: ({ durationMs }) => formatClock(durationMs) },
        state: {
          header: t(($) => $.sessions.state),
          cell: ({ state, setAside }) =>
            setAside ? <strong>{children(($) => $.setAside.inList)}</strong> : common(($) => $.sessionState[state]),
        },
        source: { header: t(($) => $.sessions.source), cell: ({ source }) => common(($) => $.source[source]) },
        model: {
          header: t(($) => $.sessions.model),
          wrap: 'anywhere',
          cell: ({ modelId, modelVersion }) => `${modelId} ${modelVersion}`,
        },
        startedBy: { header: t(($) => $.sessions.startedBy), wrap: 'anywhere', cell: ({ startedBy }) => startedBy },
      }}
    />
  );
}

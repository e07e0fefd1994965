import { useTranslation } from 'react-i18next';
import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageLink } from '../../ui/page-link.tsx';
import { SessionTable } from './session-table.tsx';

/** All sessions, newest first. */
export function SessionsPage() {
  const { t } = useTranslation('review');
  const { t: exporting } = useTranslation('exports');
  const sessions = useCall('sessions.list', {});
  return (
    <>
      <PageHeader
        title={t(($) => $.sessions.title)}
        description={t(($) => $.sessions.description)}
        actions={<PageLink to="/sessions/export">{exporting(($) => $.page.title)}</PageLink>}
      />
      <Loaded query={sessions} what={t(($) => $.sessions.what)}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t(($) => $.sessions.none)}>{t(($) => $.sessions.noneHelp)}</EmptyState>
          ) : (
            <SessionTable sessions={list.toSorted((a, b) => b.startedAtIso.localeCompare(a.startedAtIso))} />
          )
        }
      </Loaded>
    </>
  );
}

import { useCall } from '../../client/use-call.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SessionTable } from './session-table.tsx';

/** All sessions, newest first. */
export function SessionsPage() {
  const sessions = useCall('sessions.list', {});
  return (
    <>
      <PageHeader title="Sessions" description="Open one to see its timeline, write notes and export a report." />
      <Loaded query={sessions} what="the sessions">
        {(list) =>
          list.length === 0 ? (
            <EmptyState title="No session yet">A session appears here as soon as it is started.</EmptyState>
          ) : (
            <SessionTable sessions={list.toSorted((a, b) => b.startedAtIso.localeCompare(a.startedAtIso))} />
          )
        }
      </Loaded>
    </>
  );
}

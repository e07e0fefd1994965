import { useSyncExternalStore } from 'react';
import { useParams } from 'react-router';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { currentSession, watchCurrentSession } from './current-session.ts';
import { SessionView } from './screen/session-view.tsx';
import { StartForm } from './screen/start-form.tsx';

/** The live screen: a session is begun, watched and ended here. */
export function LivePage() {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  return session ? <SessionView session={session} /> : <BeforeSession />;
}

function BeforeSession() {
  const { childId } = useParams();
  const children = useCall('children.list', {});
  const status = useCall('site.status', {});
  return (
    <>
      <PageHeader title="Live" description={<NotADiagnosis />} />
      <Loaded query={children} what="the children">
        {(list) => (
          <Loaded query={status} what="the site">
            {({ demo }) => <StartForm key={childId} registered={list} childId={childId ?? null} isDemo={demo} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

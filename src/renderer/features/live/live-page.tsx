import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { useCall } from '../../client/use-call.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { NotADiagnosis } from '../../ui/not-a-diagnosis.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { startsAtOnce } from '../../ui/starts-at-once.ts';
import { currentRecording, watchCurrentRecording } from './recording/current-recording.ts';
import { RecordingForm } from './recording/recording-form.tsx';
import { RecordingView } from './recording/recording-view.tsx';
import { SessionView } from './screen/session-view.tsx';
import { StartForm } from './screen/start-form.tsx';
import { currentSession, watchCurrentSession } from './session/current-session.ts';

/** The live screen: a session is begun, watched and ended here, of a camera or of a video file. */
export function LivePage() {
  const { session } = useSyncExternalStore(watchCurrentSession, currentSession);
  const { recording } = useSyncExternalStore(watchCurrentRecording, currentRecording);
  if (recording) return <RecordingView recording={recording} />;
  return session ? <SessionView session={session} /> : <BeforeSession />;
}

function BeforeSession() {
  const { t } = useTranslation('live');
  const { childId } = useParams();
  const { state } = useLocation();
  const children = useCall('children.list', {});
  const status = useCall('site.status', {});
  // Not shown here: asked for now, so that their keys hold from a session's first moment.
  useCall('site.markerButtons', {});
  return (
    <>
      <PageHeader title={t(($) => $.title)} description={<NotADiagnosis />} />
      <Loaded query={children} what={t(($) => $.readingThe.children)}>
        {(list) => (
          <Loaded query={status} what={t(($) => $.readingThe.site)}>
            {({ demo }) => (
              <>
                <StartForm
                  key={childId}
                  registered={list}
                  childId={childId ?? null}
                  isDemo={demo}
                  startsAtOnce={startsAtOnce(state)}
                />
                <RecordingForm registered={list} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

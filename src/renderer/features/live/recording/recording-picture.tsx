import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CameraView } from '../picture/camera-view.tsx';
import type { RecordingSession } from './recording-session.ts';
import type { RecordingState } from './recording-state.ts';

interface RecordingPictureProps {
  readonly recording: RecordingSession;
  readonly state: RecordingState;
}

/** What is read at the moment, and where somebody says who the child is when the recording waits for it. */
export function RecordingPicture({ recording, state: { phase, enrolmentProblem } }: RecordingPictureProps) {
  const { t } = useTranslation('recordings');
  const { t: live } = useTranslation('live');
  const noFaceThere = live(($) => $.camera.noFaceThere);
  const problem = enrolmentProblem && (enrolmentProblem === 'unclear' ? t(($) => $.unclear) : noFaceThere);
  return (
    <>
      <CameraView
        session={recording}
        label={t(($) => $.picture)}
        notice={phase === 'asking' ? (problem ?? t(($) => $.whoIsIt)) : null}
      />
      {phase === 'asking' && (
        <Button variant="default" onClick={() => recording.askLater()} style={{ alignSelf: 'flex-start' }}>
          {t(($) => $.notHere)}
        </Button>
      )}
    </>
  );
}

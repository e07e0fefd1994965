import { Grid, Paper, Stack } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { PageHeader } from '../../../ui/page-header.tsx';
import { BaselineLine } from '../baseline/baseline-line.tsx';
import { RestOffer } from '../baseline/rest-offer.tsx';
import type { LiveSession } from '../live-session.ts';
import type { LiveState } from '../live-state.ts';
import { NoteBar } from '../markers/note-bar.tsx';
import { BigWord } from './big-word.tsx';
import { CameraView } from './camera-view.tsx';
import { DetailsLine } from './details-line.tsx';
import { EmotionBars } from './emotion-bars.tsx';
import { RecentTimeline } from './recent-timeline.tsx';
import { SessionControls } from './session-controls.tsx';
import { SessionEnd } from './session-end.tsx';
import { Warnings } from './warnings.tsx';

/**
 * A session while it runs. Drawn again some ten times a second; the parts that change seldom are memos, so that the
 * thread that answers to staff has little to do.
 */
export function SessionView({ session }: { readonly session: LiveSession }) {
  const state = useSyncExternalStore(session.state.subscribe, session.state.snapshot);
  if (state.phase !== 'running' && state.phase !== 'paused') return <SessionEnd session={session} state={state} />;
  return (
    <>
      <PageHeader
        title={`Live: ${session.child.code}`}
        actions={<SessionControls session={session} phase={state.phase} elapsedSeconds={state.elapsedSeconds} />}
      />
      <Stack gap="sm">
        <Warnings session={session} state={state} />
        {state.session && <RestOffer live={session} session={state.session} />}
        <Grid gap="md">
          <Grid.Col span={6}>
            <CameraView
              session={session}
              label="Camera picture. Tap the child's face; or press Enter when the child is the only one in view."
              notice={noticeOf(state)}
            />
          </Grid.Col>
          <Grid.Col span={6}>
            <BigWord displayed={state.displayed} />
            {state.session && <BaselineLine session={state.session} probabilities={state.displayed.probabilities} />}
            <EmotionBars probabilities={state.displayed.probabilities} model={state.model} />
          </Grid.Col>
        </Grid>
        <Paper withBorder p="xs">
          {session.recording && <RecentTimeline recording={session.recording} elapsedSeconds={state.elapsedSeconds} />}
        </Paper>
        <NoteBar session={session} />
        <DetailsLine session={session} state={state} />
      </Stack>
    </>
  );
}

/** What stands over the camera's picture. */
function noticeOf({
  phase,
  isEnrolled,
  facesInView,
  enrolmentProblem,
  displayed,
  isDemoClip,
}: LiveState): string | null {
  if (phase === 'paused') return 'Paused: nothing is looked at';
  if (enrolmentProblem === 'no-face-there') return 'There is not just one face there: tap right on the child’s face';
  if (enrolmentProblem === 'unclear')
    return 'The face could not be made out: wait until it looks at the camera, then tap again';
  if (enrolmentProblem === 'already-followed')
    return 'The child is known already. If it is the wrong face: “Choose the child again” below';
  if (!isEnrolled && isDemoClip) return 'Demo clip: the child is chosen automatically';
  if (!isEnrolled && facesInView === 0) return 'Turn the camera until it sees the child’s face';
  if (!isEnrolled) return facesInView === 1 ? 'Tap the child’s face, or press Enter here' : 'Tap the child’s face';
  if (displayed.word.kind === 'gap' && displayed.word.reason === 'unsure-who')
    return 'Which face is the child’s? Tap it once';
  return isDemoClip ? 'Demo clip: child chosen automatically' : null;
}

import { Paper, Stack } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { BaselineLine } from '../baseline/baseline-line.tsx';
import { RestOffer } from '../baseline/rest-offer.tsx';
import { CameraView } from '../picture/camera-view.tsx';
import { PlanLine } from '../plan/plan-line.tsx';
import type { Word } from '../readout/held-word.ts';
import type { LiveSession } from '../session/live-session.ts';
import { StreamsLine } from '../streams/streams-line.tsx';
import { BigWord } from './big-word.tsx';
import { DetailsLine } from './details-line.tsx';
import { DistressLine } from './distress/distress-line.tsx';
import { EmotionBars } from './emotion-bars.tsx';
import { EntryBar } from './entry-bar.tsx';
import { VideoSign, VideoWarning } from './keep-video.tsx';
import { RecallLine } from './recall-line.tsx';
import { RecentTimeline } from './recent-timeline.tsx';
import { SessionControls } from './session-controls.tsx';
import { SessionEnd } from './session-end.tsx';
import classes from './session-view.module.css';
import { usePictureNotice } from './use-picture-notice.ts';
import { ValenceLine } from './valence-line.tsx';
import { PictureWarning, StoreWarning } from './warnings.tsx';

/**
 * A session while it runs. Drawn about ten times a second; parts that seldom change are memos, so that the thread that
 * responds to staff has little to do.
 */
export function SessionView({ session }: { readonly session: LiveSession }) {
  const { t } = useTranslation('live');
  const state = useSyncExternalStore(session.state.subscribe, session.state.snapshot);
  const notice = usePictureNotice(state);
  const { model, displayed, elapsedSeconds, session: stored } = state;
  // The frame of every page asks what is to become of it; nobody sees the child's picture meanwhile.
  if (state.isHeld) return <PageHeader title={t(($) => $.title)} />;
  if (state.phase !== 'running' && state.phase !== 'paused') return <SessionEnd session={session} state={state} />;
  return (
    <div className={classes.page}>
      <PageHeader
        isTight
        title={t(($) => $.titleOf, { child: session.child.code })}
        actions={
          <>
            <VideoSign video={state.video} />
            <SessionControls session={session} phase={state.phase} elapsedSeconds={elapsedSeconds} />
          </>
        }
      />
      <div className={classes.parts}>
        <div className={classes.said}>
          <StoreWarning session={session} state={state} />
          <VideoWarning video={state.video} />
          {stored && session.recorder && (
            <PlanLine sessionId={stored.id} entries={session.recorder.entries} elapsedSeconds={elapsedSeconds} />
          )}
          {stored && <RestOffer live={session} session={stored} />}
        </div>
        <div className={classes.picture}>
          <div className={classes.inPicture}>
            {stored && <StreamsLine sessionId={stored.id} />}
            <PictureWarning session={session} state={state} />
            <CameraView
              session={session}
              label={t(($) => $.camera.label)}
              notice={notice}
              facing={state.facing}
              height="0"
            />
          </div>
        </div>
        <div className={classes.word}>
          <BigWord displayed={displayed} />
          {model && stored && (
            <DistressLine
              model={model}
              child={session.child}
              startedAtIso={stored.startedAtIso}
              state={displayed.word.kind === 'gap' ? null : (state.distress?.state ?? null)}
            />
          )}
          {model && stored && (
            <RecallLine
              model={model}
              child={session.child}
              startedAtIso={stored.startedAtIso}
              emotion={namedBy(displayed.word)}
            />
          )}
          {stored && (
            <BaselineLine
              session={stored}
              probabilities={displayed.probabilities}
              validated={model?.classesValidatedOnChildren ?? null}
            />
          )}
        </div>
        <Stack gap={6} className={classes.measures}>
          <ValenceLine valence={displayed.valence} />
          <EmotionBars probabilities={displayed.probabilities} model={model} />
        </Stack>
        <Paper withBorder px="xs" py={4} className={classes.recent}>
          {session.recorder && model && (
            <RecentTimeline
              recorder={session.recorder}
              validated={model.classesValidatedOnChildren}
              elapsedSeconds={elapsedSeconds}
            />
          )}
        </Paper>
        <div className={classes.entries}>
          <EntryBar session={session} />
        </div>
        <div className={classes.details}>
          <DetailsLine session={session} state={state} />
        </div>
      </div>
    </div>
  );
}

function namedBy(word: Word) {
  if (word.kind === 'emotion') return word.emotion;
  return word.kind === 'not-sure' ? word.mightBe : null;
}

import { Box, Paper, Stack } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/page-header.tsx';
import { BaselineLine } from '../baseline/baseline-line.tsx';
import { RestOffer } from '../baseline/rest-offer.tsx';
import { CameraView } from '../picture/camera-view.tsx';
import type { Word } from '../readout/held-word.ts';
import type { LiveSession } from '../session/live-session.ts';
import { BigWord } from './big-word.tsx';
import { DetailsLine } from './details-line.tsx';
import { EmotionBars } from './emotion-bars.tsx';
import { EntryBar } from './entry-bar.tsx';
import { RecallLine } from './recall-line.tsx';
import { RecentTimeline } from './recent-timeline.tsx';
import { SessionControls } from './session-controls.tsx';
import { SessionEnd } from './session-end.tsx';
import { usePictureNotice } from './use-picture-notice.ts';
import { ValenceLine } from './valence-line.tsx';
import { PictureWarning, StoreWarning } from './warnings.tsx';

/**
 * What the page's frame leaves. The picture takes what the other parts leave of that, so that nothing needs scrolling.
 */
const WINDOW_HEIGHT = 'calc(100dvh - var(--app-shell-header-height) - 2 * var(--mantine-spacing-lg))';

/** The lines beside the picture keep to one line each in English and Dutch. */
const COLUMNS = 'minmax(0, 1fr) minmax(460px, 1fr)';

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
    <Stack gap={0} mih={WINDOW_HEIGHT}>
      <PageHeader
        title={t(($) => $.titleOf, { child: session.child.code })}
        actions={<SessionControls session={session} phase={state.phase} elapsedSeconds={elapsedSeconds} />}
      />
      <Stack gap="clamp(4px, 0.9vh, 12px)" flex={1}>
        <StoreWarning state={state} />
        {stored && <RestOffer live={session} session={stored} />}
        <Box flex={1} style={{ display: 'grid', gridTemplateColumns: COLUMNS, gap: 'var(--mantine-spacing-md)' }}>
          <Box pos="relative" mih={220}>
            <Box pos="absolute" inset={0}>
              <CameraView session={session} label={t(($) => $.camera.label)} notice={notice} height="100%" />
            </Box>
            <PictureWarning session={session} state={state} />
          </Box>
          <div>
            <BigWord displayed={displayed} />
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
            <Stack gap={6}>
              <ValenceLine valence={displayed.valence} />
              <EmotionBars probabilities={displayed.probabilities} model={model} />
            </Stack>
          </div>
        </Box>
        <Paper withBorder px="xs" py={4}>
          {session.recorder && model && (
            <RecentTimeline
              recorder={session.recorder}
              validated={model.classesValidatedOnChildren}
              elapsedSeconds={elapsedSeconds}
            />
          )}
        </Paper>
        <EntryBar session={session} />
        <DetailsLine session={session} state={state} />
      </Stack>
    </Stack>
  );
}

function namedBy(word: Word) {
  if (word.kind === 'emotion') return word.emotion;
  return word.kind === 'not-sure' ? word.mightBe : null;
}

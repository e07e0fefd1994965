import { Button, Grid, Group, Progress, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import { BigWord } from '../screen/big-word.tsx';
import { EmotionBars } from '../screen/emotion-bars.tsx';
import { ValenceLine } from '../screen/valence-line.tsx';
import { leaveRecording } from './current-recording.ts';
import { RecordingPicture } from './recording-picture.tsx';
import type { RecordingSession } from './recording-session.ts';
import type { RecordingState } from './recording-state.ts';
import { useOutcomeWords } from './use-outcome-words.ts';

/** A recording while it is read, and what became of it. */
export function RecordingView({ recording }: { readonly recording: RecordingSession }) {
  const { t } = useTranslation('recordings');
  const failureWords = useFailureWords();
  const state = useSyncExternalStore(recording.state.subscribe, recording.state.snapshot);
  const isReading = state.phase === 'reading' || state.phase === 'asking';
  return (
    <>
      <PageHeader
        title={t(($) => $.reading, { fileName: recording.fileName })}
        actions={
          isReading && (
            <Button variant="default" onClick={() => recording.stop()}>
              {t(($) => $.stop)}
            </Button>
          )
        }
      />
      <Stack gap="sm" maw={isReading ? undefined : 900}>
        {state.phase === 'opening' && <Text role="status">{t(($) => $.opening)}</Text>}
        {isReading && (
          <Grid gap="md">
            <Grid.Col span={7}>
              <RecordingPicture recording={recording} state={state} />
            </Grid.Col>
            <Grid.Col span={5}>
              <Readout state={state} />
            </Grid.Col>
          </Grid>
        )}
        {state.session && <HowFar state={state} />}
        {state.phase === 'storing' && <Text role="status">{t(($) => $.storing)}</Text>}
        {state.problem && state.phase !== 'failed' && (
          <Notice kind="warning" title={t(($) => $.storeAway)}>
            {failureWords(state.problem)}
          </Notice>
        )}
        {(state.phase === 'stored' || state.phase === 'failed') && <Outcome recording={recording} state={state} />}
      </Stack>
    </>
  );
}

interface PartProps {
  readonly recording: RecordingSession;
  readonly state: RecordingState;
}

/** What the newest pictures showed, as on the live screen. */
function Readout({ state: { displayed, model } }: { readonly state: RecordingState }) {
  if (!displayed) return null;
  return (
    <Stack gap="sm">
      <div style={{ containerType: 'inline-size' }}>
        <BigWord displayed={displayed} />
      </div>
      <ValenceLine valence={displayed.valence} />
      <EmotionBars probabilities={displayed.probabilities} model={model} />
    </Stack>
  );
}

function HowFar({ state: { atMs, durationMs, readings, speed, phase } }: { readonly state: RecordingState }) {
  const { t } = useTranslation('recordings');
  const { figure } = useFormat();
  const doneMs = phase === 'stored' ? durationMs : atMs;
  const progress = t(($) => $.progress, { at: formatClock(doneMs), duration: formatClock(durationMs) });
  return (
    <div>
      <Progress value={(100 * doneMs) / Math.max(1, durationMs)} size="lg" aria-label={progress} />
      <Group gap="lg" mt={4}>
        <Text>{progress}</Text>
        <Text>{t(($) => $.readings, { count: readings })}</Text>
        {speed > 0 && <Text>{t(($) => $.speed, { speed: figure(speed) })}</Text>}
      </Group>
    </div>
  );
}

function Outcome({ recording, state }: PartProps) {
  const { t } = useTranslation('recordings');
  const outcomeWords = useOutcomeWords();
  const { phase, session, atMs } = state;
  return (
    <>
      {phase === 'stored' ? (
        <Text role="status">{t(($) => $.stored)}</Text>
      ) : (
        <Notice kind="error" title={t(($) => $.failed)}>
          {outcomeWords(recording.fileName, state)}
          {session && ` ${t(($) => $.keptUntil, { at: formatClock(atMs) })}`}
        </Notice>
      )}
      <Group>
        {session && (
          <Button component={Link} to={`/sessions/${session.id}`} onClick={leaveRecording}>
            {t(($) => $.review)}
          </Button>
        )}
        <Button variant="default" onClick={leaveRecording}>
          {t(($) => $.another)}
        </Button>
      </Group>
    </>
  );
}

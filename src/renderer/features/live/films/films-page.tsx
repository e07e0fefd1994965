import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import { useCall } from '../../../client/use-call.ts';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import { RecordingPicture } from '../recording/recording-picture.tsx';
import type { RecordingSession } from '../recording/recording-session.ts';
import { OPENING } from '../recording/recording-state.ts';
import { canReadFiles } from '../vision/frames/frame-way.ts';
import { AddFilms } from './add-films.tsx';
import { currentFilms } from './current-films.ts';
import { FilmItem } from './film-item.tsx';
import { type FilmQueueState, isOver, isReady } from './film-queue-state.ts';
import { timeLeftMs } from './time-left.ts';

/** Many films, read one after the other, each into a session of its own. */
export function FilmsPage() {
  const { t } = useTranslation('films');
  const { t: live } = useTranslation('live');
  const { t: recordings } = useTranslation('recordings');
  const children = useCall('children.list', {});
  return (
    <>
      <PageHeader
        title={t(($) => $.title)}
        description={t(($) => $.intro)}
        actions={<PageLink to="/live">{t(($) => $.back)}</PageLink>}
      />
      {canReadFiles() ? (
        <Loaded query={children} what={live(($) => $.readingThe.children)}>
          {(list) => <Films registered={list} />}
        </Loaded>
      ) : (
        <Text>{recordings(($) => $.cannotHere)}</Text>
      )}
    </>
  );
}

function Films({ registered }: { readonly registered: readonly Child[] }) {
  const { t } = useTranslation('films');
  const failureWords = useFailureWords();
  const state = useSyncExternalStore(currentFilms.state.subscribe, currentFilms.state.snapshot);
  const mayBeWatched = registered.filter(({ consentedScopes }) => consentedScopes.includes('monitor'));
  currentFilms.know(mayBeWatched);
  useEffect(() => void currentFilms.restore().catch(() => {}), []);
  const { films, problem, takesFirstAlone } = state;
  const missing = films.filter((film) => film.file === null && !isOver(film)).length;
  if (mayBeWatched.length === 0) return <Text>{t(($) => $.nobody)}</Text>;
  const onlyChild = mayBeWatched.length === 1 ? mayBeWatched[0]!.id : null;
  return (
    <Stack maw={1100}>
      <AddFilms onAdd={(files) => currentFilms.add(files, films.at(-1)?.childId ?? onlyChild)} />
      {missing > 0 && (
        <Notice kind="warning" title={t(($) => $.chooseAgain, { count: missing })}>
          {t(($) => $.whyAgain)}
        </Notice>
      )}
      <Checkbox
        label={t(($) => $.firstAlone)}
        description={t(($) => $.firstAloneHint)}
        checked={takesFirstAlone}
        onChange={({ currentTarget }) => currentFilms.takeFirstAlone(currentTarget.checked)}
      />
      {problem && (
        <Notice kind="warning" title={t(($) => $.waits)}>
          {failureWords(problem)}
        </Notice>
      )}
      <Controls state={state} recording={currentFilms.recording} />
      {currentFilms.recording && <Picture recording={currentFilms.recording} />}
      {films.length > 0 && (
        <Stack component="ul" gap="xs" aria-label={t(($) => $.list)} p={0} m={0} style={{ listStyle: 'none' }}>
          {films.map((film) => (
            <FilmItem
              key={film.id}
              film={film}
              mayBeWatched={mayBeWatched}
              recording={film.state === 'reading' ? currentFilms.recording : null}
            />
          ))}
        </Stack>
      )}
    </Stack>
  );
}

interface ControlsProps {
  readonly state: FilmQueueState;
  readonly recording: RecordingSession | null;
}

const NOBODY = { subscribe: () => () => {}, snapshot: () => OPENING };

function Controls({ state, recording }: ControlsProps) {
  const { t } = useTranslation('films');
  const { length } = useFormat();
  const { subscribe, snapshot } = recording?.state ?? NOBODY;
  const { atMs, durationMs, speed } = useSyncExternalStore(subscribe, snapshot);
  const { films, isRunning, isPaused } = state;
  if (films.length === 0) return null;
  const share = recording && durationMs > 0 ? atMs / durationMs : null;
  const leftMs = isRunning ? timeLeftMs(state, share, speed > 0 ? atMs / speed : 0) : null;
  const over = films.filter(isOver).length;
  return (
    <Group role="group" aria-label={t(($) => $.title)}>
      {!isRunning && (
        <Button disabled={!films.some(isReady)} onClick={() => currentFilms.start()}>
          {t(($) => $.start)}
        </Button>
      )}
      {isRunning && !isPaused && (
        <Button variant="default" onClick={() => currentFilms.pause()}>
          {t(($) => $.pause)}
        </Button>
      )}
      {isRunning && isPaused && <Button onClick={() => currentFilms.goOn()}>{t(($) => $.goOn)}</Button>}
      <Text role="status">
        {t(($) => $.done, { over, count: films.length })}
        {leftMs !== null &&
          ` · ${t(($) => $.left, { length: length(Math.max(60_000, Math.ceil(leftMs / 60_000) * 60_000)) })}`}
      </Text>
    </Group>
  );
}

/** Where somebody says who the child is. */
function Picture({ recording }: { readonly recording: RecordingSession }) {
  const state = useSyncExternalStore(recording.state.subscribe, recording.state.snapshot);
  if (state.phase !== 'reading' && state.phase !== 'asking') return null;
  return (
    <Stack gap="xs" maw={720}>
      <RecordingPicture recording={recording} state={state} />
    </Stack>
  );
}

import { Button, Group, Paper, Progress, Select, Stack, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../../contract/children.ts';
import { DayField } from '../../../ui/form/date-field.tsx';
import { formatClock, useFormat } from '../../../ui/format.ts';
import { PageLink } from '../../../ui/page-link.tsx';
import type { RecordingSession } from '../recording/recording-session.ts';
import { useOutcomeWords } from '../recording/use-outcome-words.ts';
import { currentFilms } from './current-films.ts';
import { isOver, type QueuedFilm } from './film-queue-state.ts';

interface FilmItemProps {
  readonly film: QueuedFilm;
  readonly mayBeWatched: readonly Child[];
  /** While it is being read. */
  readonly recording: RecordingSession | null;
}

/** One film of the list: whose it is, of which day, what became of it, and what can be done. */
export function FilmItem({ film, mayBeWatched, recording }: FilmItemProps) {
  const { t } = useTranslation('films');
  const { id, name, childId, day, state } = film;
  const format = useFormat();
  const isBegun = state === 'reading' || isOver(film);
  const code = mayBeWatched.find((child) => child.id === childId)?.code;
  return (
    <Paper component="li" withBorder p="sm" aria-label={name}>
      <Stack gap="xs">
        <Group align="flex-end" gap="sm">
          <Text fw={600} flex="1 1 16rem" miw={0} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          {isBegun ? (
            <Text>{t(($) => $.of, { child: code ?? '?', day: format.day(day) })}</Text>
          ) : (
            <>
              <Select
                w="11rem"
                label={t(($) => $.child)}
                placeholder={t(($) => $.whose)}
                searchable
                data={mayBeWatched.map((child) => ({ value: child.id, label: child.code }))}
                value={childId}
                onChange={(chosen) => currentFilms.set(id, { childId: chosen })}
              />
              <DayField
                w="13rem"
                label={t(($) => $.day)}
                value={day}
                onChange={(chosen) => currentFilms.set(id, { day: chosen })}
              />
            </>
          )}
        </Group>
        {recording ? <HowFar recording={recording} /> : <StateWords film={film} />}
        <Actions film={film} />
      </Stack>
    </Paper>
  );
}

function HowFar({ recording }: { readonly recording: RecordingSession }) {
  const { t } = useTranslation('films');
  const { t: recordings } = useTranslation('recordings');
  const { atMs, durationMs, phase } = useSyncExternalStore(recording.state.subscribe, recording.state.snapshot);
  const progress = recordings(($) => $.progress, { at: formatClock(atMs), duration: formatClock(durationMs) });
  return (
    <div>
      <Progress value={(100 * atMs) / Math.max(1, durationMs)} size="lg" aria-label={progress} />
      <Text mt={4}>
        {phase === 'opening' ? recordings(($) => $.opening) : progress}
        {phase === 'asking' && ` · ${t(($) => $.asks)}`}
      </Text>
    </div>
  );
}

function StateWords({ film }: { readonly film: QueuedFilm }) {
  const { t } = useTranslation('films');
  const { t: recordings } = useTranslation('recordings');
  const { dateTime } = useFormat();
  const outcomeWords = useOutcomeWords();
  const { state, double, outcome, sessionId, file } = film;
  if (double?.kind === 'read') {
    const { childCode: child, startedAtIso, durationMs } = double;
    return (
      <Text role="status">
        {t(($) => $.readBefore, { child, when: dateTime(startedAtIso), length: formatClock(durationMs) })}
      </Text>
    );
  }
  if (double) return <Text role="status">{t(($) => $.twin, { name: double.name })}</Text>;
  if (state === 'failed' && outcome) {
    return (
      <Text role="alert" c="red.9">
        {outcomeWords(film.name, outcome)}
        {outcome.problem &&
          sessionId !== null &&
          ` ${recordings(($) => $.keptUntil, { at: formatClock(outcome.atMs) })}`}
      </Text>
    );
  }
  const readings = outcome && ` · ${recordings(($) => $.readings, { count: outcome.readings })}`;
  if (state === 'waiting' && sessionId !== null) return <Text>{t(($) => $.begunBefore)}</Text>;
  if (!isOver(film) && file === null) return <Text>{t(($) => $.missing)}</Text>;
  return (
    <Text>
      {t(($) => $.state[state])}
      {readings}
    </Text>
  );
}

function Actions({ film }: { readonly film: QueuedFilm }) {
  const { t } = useTranslation('films');
  const { t: recordings } = useTranslation('recordings');
  const { id, name, state, sessionId, outcome, file } = film;
  const mayTryAgain = file !== null && (state === 'failed' || state === 'stopped' || state === 'double');
  const isNobodyAlone = outcome?.isNobodyAlone ?? false;
  return (
    <Group gap="sm">
      {isOver(film) && sessionId !== null && (
        <PageLink to={`/sessions/${sessionId}`} label={t(($) => $.reviewOf, { name })}>
          {recordings(($) => $.review)}
        </PageLink>
      )}
      {mayTryAgain && (
        <Button variant="default" size="sm" onClick={() => currentFilms.again(id, isNobodyAlone)}>
          {isNobodyAlone ? t(($) => $.againAsked) : state === 'double' ? t(($) => $.readAnyway) : t(($) => $.again)}
        </Button>
      )}
      <Button
        variant="subtle"
        size="sm"
        aria-label={t(($) => (state === 'reading' ? $.stopNamed : $.removeNamed), { name })}
        onClick={() => currentFilms.remove(id)}
      >
        {state === 'reading' ? recordings(($) => $.stop) : t(($) => $.remove)}
      </Button>
    </Group>
  );
}

import { Box, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionWindow } from '../../../../contract/review/review.ts';
import type { Timeline } from '../../../../contract/sessions.ts';
import { EMOTIONS } from '../../../../core/emotion/emotion.ts';
import { valence } from '../../../../core/emotion/valence.ts';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { emotionInk } from '../../../ui/emotion-style.ts';
import { useFormat } from '../../../ui/format.ts';
import { rowAt, type WindowRow } from '../../../ui/timeline/window-rows.ts';
import { useLabelWords } from '../annotations/use-label-words.ts';
import { useObservationWords } from '../observations/use-observation-words.ts';
import { useSessionTime } from '../session-time.tsx';
import { KeptPicture } from './kept-picture.tsx';
import { useClockTenths } from './use-clock-tenths.ts';
import { useMarkerWords } from './use-lanes.ts';

/** Of the kept picture. */
const SHOWN_PX = 120;

interface MomentReadoutProps {
  readonly timeline: Timeline;
  readonly window: SessionWindow | undefined;
  readonly atMs: number;
  /** An entry without a length counts when it is this near. */
  readonly nearMs: number;
}

/** Everything known about the moment under the cursor: the reading, or why there is none, and what people said. */
export function MomentReadout({ timeline, window, atMs, nearMs }: MomentReadoutProps) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const clockTenths = useClockTenths();
  const sessionTime = useSessionTime();
  const labelWords = useLabelWords();
  const markerWords = useMarkerWords();
  const observationWords = useObservationWords();
  const row = window ? rowAt(window, atMs) : null;
  const gap = timeline.gaps.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const distress = timeline.distress?.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  const isAt = (fromMs: number, toMs: number | null) => fromMs - nearMs <= atMs && atMs <= (toMs ?? fromMs) + nearMs;

  const said = [
    ...timeline.markers
      .filter((each) => isAt(each.atMs, each.toMs))
      .map((each) => t(($) => $.timeline.moment.marker, { marker: markerWords(each) })),
    ...timeline.observations
      .filter((each) => isAt(each.atMs, null))
      .map(({ observation }) => {
        const words = `${common(($) => $.observation[observation.kind])} ${observationWords(observation)}`;
        return t(($) => $.timeline.moment.observation, { observation: words.trim() });
      }),
    ...timeline.annotations
      .filter(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)
      .map(({ by, label }) => t(($) => $.timeline.moment.said, { rater: by, label: labelWords(label) })),
  ];

  return (
    <Paper withBorder p="sm" bg="gray.0" data-testid="moment">
      <Group align="flex-start" wrap="nowrap">
        <KeptPicture session={timeline.session} atMs={atMs} sidePx={SHOWN_PX} />
        <Stack gap="xs" flex={1}>
          <Text role="status" fw={650}>
            {t(($) => $.timeline.moment.title, { at: sessionTime(atMs, clockTenths(atMs)) })}
          </Text>
          {row && <Reading row={row} />}
          {distress && <Text>{common(($) => $.distress[distress.state])}</Text>}
          {!row && !gap && <Text>{t(($) => $.timeline.moment.nothing)}</Text>}
          {gap && <Text>{t(($) => $.timeline.moment.gap, { reason: common(($) => $.gap[gap.reason]) })}</Text>}
          {said.map((words) => (
            <Text key={words} style={{ overflowWrap: 'anywhere' }}>
              {words}
            </Text>
          ))}
        </Stack>
      </Group>
    </Paper>
  );
}

function Reading({ row }: { readonly row: WindowRow }) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const { value, low, high } = valence(row.probabilities);
  return (
    <>
      <Group gap="md">
        <EmotionBadge emotion={EMOTIONS[row.named] ?? null} />
        <Text>
          {t(($) => $.timeline.moment.standsOn, {
            count: row.samples,
            length: format.length(row.toMs - row.fromMs),
            notSure: format.share(row.notSureShare),
          })}
        </Text>
        <Text>
          {t(($) => $.timeline.moment.valence, {
            value: format.figure(value, true),
            low: format.figure(low, true),
            high: format.figure(high, true),
          })}
        </Text>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 4, lg: 7 }} spacing="xs" verticalSpacing={4}>
        {EMOTIONS.map((emotion, k) => (
          <div key={emotion}>
            <Text size="sm">
              {common(($) => $.emotion[emotion])} {format.share(row.probabilities[k]!)}
            </Text>
            <Box h={6} bg="gray.2" aria-hidden>
              <Box h={6} w={`${row.probabilities[k]! * 100}%`} bg={emotionInk(emotion)} />
            </Box>
          </div>
        ))}
      </SimpleGrid>
    </>
  );
}

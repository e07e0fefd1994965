import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DistressState } from '../../../../core/emotion/distress.ts';
import { EmotionPictogram } from '../../../ui/emotion-pictogram.tsx';
import { emotionInk } from '../../../ui/emotion-style.ts';
import { useLocale } from '../../../ui/language.tsx';
import type { Shown } from '../readout/held-word.ts';
import classes from './room-word.module.css';

interface RoomWordProps {
  readonly displayed: Pick<Shown, 'word' | 'confidence'>;
  /** Null: nothing is said of it. */
  readonly distress: DistressState | null;
  readonly isPaused: boolean;
}

/** The word as large as the display allows, its pictogram, how sure it is, and what is said of distress; for a gap its reason alone. */
export function RoomWord({ displayed: { word, confidence }, distress, isPaused }: RoomWordProps) {
  const { t } = useTranslation('live');
  const { t: common } = useTranslation('common');
  const locale = useLocale();
  if (isPaused || word.kind === 'gap') {
    return (
      <Stack gap="2vh" align="center" c="light-dark(#495057, #ced4da)">
        <EmotionPictogram of="none" size="min(20vw, 32vh)" />
        <Text fz="min(8vw, 16vh)" fw={800} lh={1.1} data-testid="room-word">
          {common(($) => $.gap[word.kind === 'gap' && !isPaused ? word.reason : 'paused'])}
        </Text>
      </Stack>
    );
  }
  const emotion = word.kind === 'emotion' ? word.emotion : null;
  // Never rounded up: what is below a threshold of 77 % is not shown as 77 %.
  const share = new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.floor(100 * confidence) / 100);
  return (
    <Stack gap="2vh" align="center">
      <Group gap="0.25em" wrap="nowrap" justify="center" c={emotionInk(emotion)} fz="min(12.5vw, 34vh)">
        <EmotionPictogram of={emotion} size="0.95em" />
        <Text inherit fw={800} lh={1.1} data-testid="room-word">
          {emotion ? common(($) => $.emotion[emotion]) : common(($) => $.notSure)}
        </Text>
      </Group>
      <Text fz="min(6vw, 13vh)" fw={700} lh={1.1} c="dimmed">
        {emotion ? t(($) => $.reading.confidence, { share }) : t(($) => $.reading.none)}
      </Text>
      {distress && (
        <div className={classes.distress} data-state={distress} data-testid="room-distress">
          {common(($) => $.distress[distress])}
        </div>
      )}
    </Stack>
  );
}

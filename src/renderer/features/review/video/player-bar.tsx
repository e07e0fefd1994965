import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause';
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import { SPEEDS, type Speed } from './player-props.ts';

interface PlayerBarProps {
  readonly isPlaying: boolean;
  readonly speed: Speed;
  readonly onPlay: (isPlaying: boolean) => void;
  readonly onSpeed: (speed: Speed) => void;
}

/** Play or pause, and how fast. */
export function PlayerBar({ isPlaying, speed, onPlay, onSpeed }: PlayerBarProps) {
  const { t } = useTranslation('videos');
  const format = useFormat();
  return (
    <Group gap="sm">
      <Button
        leftSection={isPlaying ? <IconPlayerPause size={18} aria-hidden /> : <IconPlayerPlay size={18} aria-hidden />}
        onClick={() => onPlay(!isPlaying)}
      >
        {t(($) => (isPlaying ? $.pause : $.play))}
      </Button>
      <Text size="sm" aria-hidden>
        {t(($) => $.speed)}
      </Text>
      <SegmentedControl
        aria-label={t(($) => $.speed)}
        value={String(speed)}
        onChange={(value) => onSpeed(Number(value) as Speed)}
        data={SPEEDS.map((each) => ({
          value: String(each),
          label: t(($) => $.times, { factor: format.setting(each) }),
        }))}
      />
    </Group>
  );
}

import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { useFormat } from '../../../ui/format.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { useSessionWindow } from '../timeline/use-session-window.ts';
import { readingOver } from './reading-over.ts';

/** What the machine read over a stretch, in a few words. */
export function MachineReading({ sessionId, stretch }: { readonly sessionId: string; readonly stretch: TimeRange }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const window = useSessionWindow(sessionId, stretch);
  if (!window.data || window.isPlaceholderData) return <Text c="dimmed">…</Text>;
  const read = readingOver(window.data, stretch);
  if (!read) return <Text>{t(($) => $.annotations.nothingRead)}</Text>;
  return (
    <Group gap="xs">
      <EmotionBadge emotion={read.emotion} />
      <Text size="sm">
        {t(($) => $.annotations.machineSays, { share: format.share(read.share), length: format.length(read.readMs) })}
      </Text>
    </Group>
  );
}

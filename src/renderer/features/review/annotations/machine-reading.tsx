import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { EmotionBadge } from '../../../ui/emotion-badge.tsx';
import { useFormat } from '../../../ui/format.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';

/** What the machine read over a stretch, in a few words. */
export function MachineReading({ sessionId, stretch }: { readonly sessionId: string; readonly stretch: TimeRange }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { data: read } = useCall('sessions.readOver', { sessionId, ...stretch });
  if (read === undefined) return <Text c="dimmed">…</Text>;
  if (read === null) return <Text>{t(($) => $.annotations.nothingRead)}</Text>;
  return (
    <Group gap="xs">
      <EmotionBadge emotion={read.emotion} />
      <Text size="sm">
        {t(($) => $.annotations.machineSays, { share: format.part(read.share), length: format.length(read.readMs) })}
      </Text>
    </Group>
  );
}

import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/format.ts';
import type { Sending } from './use-folder-choice.ts';

interface SendingViewProps {
  readonly sending: Sending;
  readonly onStop: () => void;
}

/** How much of a folder has been sent, about how long it takes, and the way to stop. */
export function SendingView({ sending: { folder, bytes, startedAtMs }, onStop }: SendingViewProps) {
  const { t } = useTranslation('datasets');
  const format = useFormat();
  const share = folder.bytes === 0 ? 1 : bytes / folder.bytes;
  const leftMs = bytes === 0 ? null : ((performance.now() - startedAtMs) * (1 - share)) / share;
  const said = t(($) => $.choose.sending, {
    name: folder.name,
    count: folder.files.length,
    share: format.share(share),
  });
  return (
    <Stack gap={4}>
      <Group justify="space-between">
        <Text size="sm" role="status">
          {said}
          {leftMs !== null && ` ${t(($) => $.indexing.left, { length: format.length(leftMs) })}`}
        </Text>
        <Button variant="default" size="compact-md" onClick={onStop}>
          {t(($) => $.indexing.stop)}
        </Button>
      </Group>
      <Progress value={100 * share} aria-label={said} />
      {folder.passedOver > 0 && <Text size="sm">{t(($) => $.choose.passedOver, { count: folder.passedOver })}</Text>}
    </Stack>
  );
}

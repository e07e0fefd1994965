import { Loader, Modal, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/use-call.ts';

/** How often a window asks how far it is. */
const EVERY_MS = 500;

/** Covers the window while the data key is changed: every call waits for it. */
export function KeysBeingChanged() {
  const { t } = useTranslation('keys');
  const { data, refetch } = useCall('keys.progress', {});
  const step = data?.step ?? null;
  const isUnderWay = step !== null;
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => void refetch(), EVERY_MS);
    return () => clearInterval(timer);
  }, [isUnderWay, refetch]);
  return (
    <Modal
      opened={isUnderWay}
      onClose={() => undefined}
      // Above the dialog that asked for it, which waits too.
      zIndex={400}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      title={t(($) => $.changing.title)}
    >
      <Stack align="center">
        <Text>{t(($) => $.changing.help)}</Text>
        <Loader aria-hidden />
        <Text role="status" fw={600}>
          {step && t(($) => $.changing[step])}
        </Text>
      </Stack>
    </Modal>
  );
}

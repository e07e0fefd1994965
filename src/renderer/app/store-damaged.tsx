import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../client/use-call.ts';
import { useFailureWords } from '../ui/use-failure-words.ts';

/** Says to everybody who is signed in, on whatever screen, that the store was found damaged while it was open. */
export function StoreDamaged() {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  const { data } = useCall('site.status', {});
  const damage = data?.damage ?? null;
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (damage === null) setRead(false);
  }, [damage]);
  // Not there at all while it says nothing: a closed dialog would be one without a name.
  if (damage === null || isRead) return null;
  return (
    <Modal
      opened
      onClose={() => setRead(true)}
      // Above whatever dialog is open, which cannot do what it is for any more.
      zIndex={400}
      withCloseButton={false}
      closeOnClickOutside={false}
      centered
      size="lg"
      role="alertdialog"
      title={t(($) => $.damaged.title)}
    >
      <Stack>
        <Text style={{ overflowWrap: 'anywhere' }}>{words(damage)}</Text>
        <Text>{t(($) => $.damaged.help)}</Text>
        <Group justify="flex-end">
          <Button data-autofocus onClick={() => setRead(true)}>
            {t(($) => $.damaged.read)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

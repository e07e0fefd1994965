import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface StopQuestionProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onStop: () => void;
}

/** Asks before a session is stopped: it cannot be gone on with afterwards. */
export function StopQuestion({ opened, onClose, onStop }: StopQuestionProps) {
  const { t } = useTranslation('live');
  return (
    <Modal opened={opened} onClose={onClose} title={t(($) => $.controls.askTitle)}>
      <Stack>
        <Text>{t(($) => $.controls.askText)}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t(($) => $.controls.goOnRecording)}
          </Button>
          <Button
            color="red.9"
            onClick={() => {
              onClose();
              onStop();
            }}
          >
            {t(($) => $.controls.stopSession)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

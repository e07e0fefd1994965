import { Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { AskRecoveryCode } from '../../../ui/recovery-code/ask-recovery-code.tsx';
import { ConfirmRecoveryCode } from '../../../ui/recovery-code/confirm-recovery-code.tsx';

interface RecoveryCodeDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Makes a new recovery code in two steps: it is shown once, and holds once its last group was typed from paper. */
export function RecoveryCodeDialog({ opened, onClose }: RecoveryCodeDialogProps) {
  const { t } = useTranslation('settings');
  const [code, setCode] = useState<string | null>(null);
  const close = () => {
    setCode(null);
    onClose();
  };
  return (
    <Dialog opened={opened} onClose={close} title={t(($) => $.users.newCode)} size="lg">
      {code === null ? (
        <Stack>
          <Text>{t(($) => $.users.newCodeHelp)}</Text>
          <AskRecoveryCode onMade={setCode} onCancel={close} />
        </Stack>
      ) : (
        <ConfirmRecoveryCode code={code} onConfirmed={close} onCancel={close} />
      )}
    </Dialog>
  );
}

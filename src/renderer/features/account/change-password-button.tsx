import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';

/** Opens the change of one's own password. */
export function ChangePasswordButton({ userName }: { readonly userName: string }) {
  const { t } = useTranslation('app');
  const [opened, { open, close }] = useDisclosure(false);
  const done = () => {
    close();
    notifications.show({ message: t(($) => $.account.done) });
  };
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        justify="start"
        px={0}
        h="auto"
        styles={{ label: { height: 'auto', whiteSpace: 'normal', textAlign: 'start', lineHeight: 1.3 } }}
        onClick={open}
      >
        {t(($) => $.account.change)}
      </Button>
      <Dialog opened={opened} onClose={close} title={t(($) => $.account.change)}>
        <ChangePasswordForm userName={userName} onDone={done} onCancel={close} />
      </Dialog>
    </>
  );
}

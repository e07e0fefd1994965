import { Button, Kbd } from '@mantine/core';
import IconLock from '@tabler/icons-react/icons/IconLock';
import { useTranslation } from 'react-i18next';
import { lockScreen } from './screen-lock.ts';

/** Covers the screen and leaves what runs running. */
export function LockButton() {
  const { t } = useTranslation('signIn');
  return (
    <Button
      variant="default"
      leftSection={<IconLock size={18} aria-hidden />}
      rightSection={<Kbd size="xs">⇧L</Kbd>}
      aria-keyshortcuts="Shift+L"
      onClick={lockScreen}
    >
      {t(($) => $.lock.button)}
    </Button>
  );
}

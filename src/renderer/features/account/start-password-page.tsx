import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { DoorPage } from '../../ui/door-page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ChangePasswordForm } from './change-password-form.tsx';

interface StartPasswordPageProps {
  readonly userName: string;
  /** What goes on meanwhile. */
  readonly children: ReactNode;
}

/** Before anything else, whoever was given a password chooses their own. */
export function StartPasswordPage({ userName, children }: StartPasswordPageProps) {
  const { t } = useTranslation('app');
  const signOut = useAction('site.signOut');
  return (
    <DoorPage title={t(($) => $.account.startTitle)} by={userName}>
      <Text>{t(($) => $.account.startHelp)}</Text>
      {children}
      {signOut.error && <ErrorNotice error={signOut.error} title={t(($) => $.stillSignedIn)} />}
      <ChangePasswordForm userName={userName} onDone={() => {}} onCancel={() => signOut.mutate({})} />
    </DoorPage>
  );
}

import { Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { DoorPage } from '../../ui/door-page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { AskRecoveryCode } from '../../ui/recovery-code/ask-recovery-code.tsx';
import { ConfirmRecoveryCode } from '../../ui/recovery-code/confirm-recovery-code.tsx';

interface RecoveryCodePageProps {
  readonly userName: string;
  /** What goes on meanwhile. */
  readonly children: ReactNode;
}

/** Before anything else, an administrator of a site without a recovery code makes one. */
export function RecoveryCodePage({ userName, children }: RecoveryCodePageProps) {
  const { t } = useTranslation('setUp');
  const { t: app } = useTranslation('app');
  const [code, setCode] = useState<string | null>(null);
  const signOut = useAction('site.signOut');
  const leave = () => signOut.mutate({});
  return (
    <DoorPage title={t(($) => $.code.missing)} by={userName} widthPx={620}>
      {code === null && <Text>{t(($) => $.code.missingHelp)}</Text>}
      {children}
      {signOut.error && <ErrorNotice error={signOut.error} title={app(($) => $.stillSignedIn)} />}
      {code === null ? (
        <AskRecoveryCode onMade={setCode} onCancel={leave} />
      ) : (
        <ConfirmRecoveryCode code={code} onConfirmed={() => {}} onCancel={leave} />
      )}
    </DoorPage>
  );
}

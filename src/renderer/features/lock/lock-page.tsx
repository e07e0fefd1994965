import { Button, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../contract/contract.ts';
import type { SiteStatus, User } from '../../../contract/site.ts';
import { useConnection } from '../../client/use-connection.ts';
import { DoorPage } from '../../ui/door-page.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { uncoverScreen } from './screen-lock.ts';

interface LockPageProps {
  readonly site: SiteStatus;
  /** Who locked it, and is still signed in. */
  readonly user: User;
  /** What goes on behind the cover. */
  readonly children: ReactNode;
  readonly onUnlocked: (by: Pick<Output<'site.unlock'>, 'isAnother' | 'tookOver'>) => void;
}

/** The cover of a locked screen: it says what runs and of whom it does not, and who locked it. */
export function LockPage({ site, user, children, onUnlocked }: LockPageProps) {
  const { t } = useTranslation('signIn');
  const isLost = useConnection() !== 'open';
  const { form, submit, isPending, error } = useCallForm('site.unlock', {
    initialValues: { userName: user.name as string | null, password: '' },
    toInput: (values) => values,
    secrets: ['password'],
    onDone: (output) => {
      uncoverScreen();
      onUnlocked(output);
    },
  });
  const isAnother = form.values.userName !== user.name;
  return (
    <DoorPage title={t(($) => $.lock.title)} by={t(($) => $.lock.by, { name: user.name })}>
      {children}
      <Form onSubmit={submit}>
        {site.demo ? (
          <Text>{t(($) => $.lock.demo)}</Text>
        ) : (
          <>
            <Select label={t(($) => $.name)} data={site.userNames} searchable {...form.getInputProps('userName')} />
            <PasswordField
              label={t(($) => $.password)}
              description={t(($) => $.lock.help)}
              required
              data-autofocus
              autoComplete="current-password"
              {...form.getInputProps('password')}
            />
            {isAnother && <Text>{t(($) => $.lock.takeOver, { name: user.name })}</Text>}
          </>
        )}
        {error && <ErrorNotice error={error} title={t(($) => $.lock.failed)} />}
        {isLost && <Text role="status">{t(($) => $.lock.unreachable)}</Text>}
        <Button type="submit" loading={isPending} disabled={isLost}>
          {t(($) => $.lock.unlock)}
        </Button>
      </Form>
    </DoorPage>
  );
}

import { Button, Group, Paper, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { NewPassword } from '../../ui/new-password.tsx';
import { PasswordField } from '../../ui/password-field.tsx';

interface SiteFormProps {
  readonly onBegin: () => void;
  readonly onRefused: () => void;
  readonly onBack: () => void;
  /** Receives the recovery code, which can be read only now. */
  readonly onMade: (recoveryCode: string) => void;
}

/** Names the site and its first administrator. */
export function SiteForm({ onBegin, onRefused, onBack, onMade }: SiteFormProps) {
  const { t } = useTranslation('setUp');
  const { t: common } = useTranslation('common');
  const { form, submit, isPending, error } = useCallForm('site.setUp', {
    initialValues: { siteName: '', administrator: '', password: '', repeated: '' },
    toInput: ({ siteName, administrator, password }) => ({ siteName, administrator, password }),
    check: ({ password, repeated }) => ({ repeated: repeated === password ? null : t(($) => $.form.differs) }),
    secrets: ['password', 'repeated'],
    onSend: onBegin,
    onRefused,
    onDone: ({ recoveryCode }) => onMade(recoveryCode),
  });

  return (
    <Paper withBorder p="xl">
      <title>{`${t(($) => $.site)} · Faceward`}</title>
      <Form onSubmit={submit}>
        <Title order={1}>{t(($) => $.site)}</Title>
        <TextInput
          label={t(($) => $.form.name)}
          description={t(($) => $.form.nameHelp)}
          required
          data-autofocus
          {...form.getInputProps('siteName')}
        />
        <TextInput
          label={t(($) => $.form.administrator)}
          description={t(($) => $.form.administratorHelp)}
          required
          autoComplete="username"
          {...form.getInputProps('administrator')}
        />
        <NewPassword
          label={t(($) => $.form.password)}
          about={[form.values.administrator, form.values.siteName]}
          {...form.getInputProps('password')}
        />
        <PasswordField
          label={t(($) => $.form.again)}
          required
          autoComplete="new-password"
          {...form.getInputProps('repeated')}
        />
        {error && <ErrorNotice error={error} title={t(($) => $.form.failed)} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack} disabled={isPending}>
            {common(($) => $.action.back)}
          </Button>
          <Button type="submit" loading={isPending}>
            {t(($) => $.form.submit)}
          </Button>
        </Group>
      </Form>
    </Paper>
  );
}

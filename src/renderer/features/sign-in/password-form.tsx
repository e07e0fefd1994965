import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { WithoutLost } from './without-lost.tsx';

/** Name and password. */
export function PasswordForm() {
  const { t } = useTranslation('signIn');
  const { form, submit, isPending, error } = useCallForm('site.signIn', {
    initialValues: { userName: '', password: '', acceptedCopy: null as string | null },
    toInput: (values) => values,
    secrets: ['password'],
  });
  return (
    <Form onSubmit={submit}>
      <TextInput label={t(($) => $.name)} required autoComplete="off" {...form.getInputProps('userName')} />
      <PasswordField
        label={t(($) => $.password)}
        required
        autoComplete="current-password"
        {...form.getInputProps('password')}
      />
      {error && <ErrorNotice error={error} title={t(($) => $.failed)} />}
      <WithoutLost
        error={error}
        value={form.values.acceptedCopy}
        onChange={(copy) => form.setFieldValue('acceptedCopy', copy)}
      />
      <Button type="submit" loading={isPending}>
        {t(($) => $.submit)}
      </Button>
    </Form>
  );
}

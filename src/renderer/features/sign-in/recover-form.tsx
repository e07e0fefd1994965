import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Form } from '../../ui/form/form.tsx';
import { useCallForm } from '../../ui/form/use-call-form.ts';
import { NewPassword } from '../../ui/new-password.tsx';
import { WithoutLost } from './without-lost.tsx';

/** Gives a person a new password, by the recovery code from set-up. */
export function RecoverForm() {
  const { t } = useTranslation('signIn');
  const { form, submit, isPending, error } = useCallForm('site.recover', {
    initialValues: {
      recoveryCode: '',
      userName: '',
      newPassword: '',
      acceptedCopy: null as string | null,
    },
    toInput: (values) => values,
    secrets: ['newPassword'],
  });
  return (
    <Form onSubmit={submit}>
      <TextInput
        label={t(($) => $.code)}
        description={t(($) => $.codeHelp)}
        required
        autoComplete="off"
        {...form.getInputProps('recoveryCode')}
      />
      <TextInput label={t(($) => $.name)} required autoComplete="off" {...form.getInputProps('userName')} />
      <NewPassword label={t(($) => $.newPassword)} {...form.getInputProps('newPassword')} />
      {error && <ErrorNotice error={error} title={t(($) => $.notRecovered)} />}
      <WithoutLost
        error={error}
        value={form.values.acceptedCopy}
        onChange={(copy) => form.setFieldValue('acceptedCopy', copy)}
      />
      <Button type="submit" loading={isPending}>
        {t(($) => $.recover)}
      </Button>
    </Form>
  );
}

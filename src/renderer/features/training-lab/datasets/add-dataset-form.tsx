import { Button, Group, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';

/** Adds a folder by its path. */
export function AddDatasetForm() {
  const { t } = useTranslation('datasets');
  const { form, submit, isPending, error } = useCallForm('datasets.add', {
    initialValues: { dir: '' },
    toInput: (values) => values,
    onDone: (_, filled) => filled.reset(),
  });
  return (
    <Form gap="sm" onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          miw={260}
          label={t(($) => $.folder)}
          description={t(($) => $.folderHelp)}
          required
          {...form.getInputProps('dir')}
        />
        <Button type="submit" size="md" variant="default" loading={isPending}>
          {t(($) => $.add)}
        </Button>
      </Group>
      {error && <ErrorNotice error={error} title={t(($) => $.failed)} />}
    </Form>
  );
}

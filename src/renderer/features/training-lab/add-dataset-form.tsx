import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

/** Adds a folder by its path. */
export function AddDatasetForm() {
  const { t } = useTranslation('training');
  const [dir, setDir] = useState('');
  const add = useAction('datasets.add', { onDone: () => setDir('') });

  function submit(event: FormEvent): void {
    event.preventDefault();
    add.mutate({ dir });
  }

  return (
    <Stack component="form" gap="sm" onSubmit={submit}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          miw={260}
          label={t(($) => $.datasets.folder)}
          description={t(($) => $.datasets.folderHelp)}
          required
          maxLength={1000}
          value={dir}
          onChange={(event) => setDir(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default" loading={add.isPending}>
          {t(($) => $.datasets.add)}
        </Button>
      </Group>
      {add.error && <ErrorNotice error={add.error} title={t(($) => $.datasets.failed)} />}
    </Stack>
  );
}

import { Button, Group, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAction } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';

/** Adds a folder by its path. */
export function AddDatasetForm() {
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
          label="Folder"
          description="The full path on this machine."
          required
          maxLength={1000}
          value={dir}
          onChange={(event) => setDir(event.currentTarget.value)}
        />
        <Button type="submit" size="md" variant="default" loading={add.isPending}>
          Add dataset
        </Button>
      </Group>
      {add.error && <ErrorNotice error={add.error} title="The dataset was not added" />}
    </Stack>
  );
}

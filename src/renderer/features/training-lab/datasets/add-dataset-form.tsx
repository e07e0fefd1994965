import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCallForm } from '../../../ui/form/use-call-form.ts';
import { Notice } from '../../../ui/notice.tsx';
import { type FolderFile, filesOfEntry, filesOfInput } from './folder-files.ts';
import { SendingView } from './sending-view.tsx';
import { useFolderChoice } from './use-folder-choice.ts';

/** Adds a folder that is chosen or dropped, or by its path. */
export function AddDatasetForm() {
  const { t } = useTranslation('datasets');
  const choice = useFolderChoice();
  const [isOver, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    // They are gone once the event is over.
    const [entry = null] = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry());
    const [file] = event.dataTransfer.files;
    const dir = file && window.faceward?.pathOf(file);
    if (dir) choice.add({ dir });
    else if (entry) choice.add({ files: entry.isDirectory ? await filesOfEntry(entry) : [] });
  };
  return (
    <Stack gap="sm">
      <Stack
        gap="xs"
        p="md"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        style={{ border: `2px dashed ${isOver ? '#1b5e9c' : '#8a94a0'}`, borderRadius: 8 }}
      >
        <Group>
          <ChooseFolder
            disabled={choice.isPending}
            onFiles={(files) => choice.add({ files })}
            onDir={(dir) => choice.add({ dir })}
          />
          <Text>{t(($) => $.choose.drop)}</Text>
        </Group>
        <Text size="sm" c="dimmed">
          {window.faceward ? t(($) => $.choose.stays) : t(($) => $.choose.sent)}
        </Text>
        {choice.sending && <SendingView sending={choice.sending} onStop={choice.stop} />}
      </Stack>
      {choice.isEmpty && (
        <Notice kind="warning" title={t(($) => $.failed)}>
          {t(($) => $.choose.empty)}
        </Notice>
      )}
      {choice.error && <ErrorNotice error={choice.error} title={t(($) => $.failed)} />}
      <details>
        <summary>{t(($) => $.choose.more)}</summary>
        <PathForm />
      </details>
    </Stack>
  );
}

interface ChooseFolderProps {
  readonly disabled: boolean;
  readonly onFiles: (files: readonly FolderFile[]) => void;
  readonly onDir: (dir: string) => void;
}

/** The system's own dialog on the desktop, the browser's elsewhere. */
function ChooseFolder({ disabled, onFiles, onDir }: ChooseFolderProps) {
  const { t } = useTranslation('datasets');
  const input = useRef<HTMLInputElement>(null);
  const choose = async () => {
    if (!window.faceward) return input.current?.click();
    const dir = await window.faceward.chooseFolder();
    if (dir) onDir(dir);
  };
  return (
    <>
      <Button size="md" onClick={choose} loading={disabled}>
        {t(($) => $.choose.folder)}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        data-testid="folder-input"
        {...{ webkitdirectory: '' }}
        onChange={({ currentTarget }) => {
          onFiles(filesOfInput(currentTarget.files ?? []));
          // The same folder may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** A folder on the machine on which the program runs. */
function PathForm() {
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

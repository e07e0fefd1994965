import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { METHODS } from '../../../../contract/contract.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { Form } from '../../../ui/form/form.tsx';
import { useCheckedForm } from '../../../ui/form/use-checked-form.ts';
import { Notice } from '../../../ui/notice.tsx';
import { type FolderFile, filesOfEntry, filesOfInput } from './folder-files.ts';
import { SendingView } from './sending-view.tsx';
import { StatementDialog } from './statement/statement-dialog.tsx';
import type { FolderChoice } from './use-folder-choice.ts';

/** Adds a folder that is chosen or dropped, or by its path. */
export function AddDatasetForm({ choice }: { readonly choice: FolderChoice }) {
  const { t } = useTranslation('datasets');
  const [isOver, setOver] = useState(false);
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    // They are gone once the event is over.
    const [entry = null] = Array.from(event.dataTransfer.items, (item) => item.webkitGetAsEntry());
    const [file] = event.dataTransfer.files;
    const dir = file && window.faceward?.pathOf(file);
    if (dir) await choice.choose({ dir });
    else if (entry) await choice.choose({ files: entry.isDirectory ? await filesOfEntry(entry) : [] });
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
        style={{ border: `2px dashed ${isOver ? 'light-dark(#1b5e9c, #8fc3f5)' : '#8a94a0'}`, borderRadius: 8 }}
      >
        <Group>
          <ChooseFolder
            disabled={choice.isPending}
            onFiles={(files) => choice.choose({ files })}
            onDir={(dir) => choice.choose({ dir })}
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
      {choice.chosen && (
        <StatementDialog
          name={choice.chosen.name}
          folder={choice.chosen.look}
          before={null}
          submit={t(($) => $.statement.add)}
          isPending={choice.isPending}
          error={choice.error}
          onSay={choice.say}
          onClose={choice.close}
        />
      )}
      {choice.error && !choice.chosen && <ErrorNotice error={choice.error} title={t(($) => $.failed)} />}
      <details>
        <summary>{t(($) => $.choose.more)}</summary>
        <PathForm onDir={(dir) => choice.choose({ dir })} />
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
function PathForm({ onDir }: { readonly onDir: (dir: string) => void }) {
  const { t } = useTranslation('datasets');
  const { form, onSubmit } = useCheckedForm(METHODS['datasets.look'].input, ({ dir }) => ({ dir }), {
    initialValues: { dir: '' },
  });
  return (
    <Form gap="sm" onSubmit={onSubmit(() => onDir(form.getValues().dir.trim()))}>
      <Group align="flex-end">
        <TextInput
          flex={1}
          miw={260}
          label={t(($) => $.folder)}
          description={t(($) => $.folderHelp)}
          required
          {...form.getInputProps('dir')}
        />
        <Button type="submit" size="md" variant="default">
          {t(($) => $.add)}
        </Button>
      </Group>
    </Form>
  );
}

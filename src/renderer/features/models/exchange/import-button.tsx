import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client/client.ts';
import { ChooseFile } from '../../../ui/choose-file.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { handIn } from './hand-in.ts';
import { KnownSites } from './known-sites.tsx';
import { ReceivedModelForm } from './received-model-form.tsx';

/** Takes in a model that another site signed: file, what it says of itself, whose key it is. */
export function ImportButton() {
  const { t } = useTranslation('exchange');
  const [opened, setOpened] = useState(false);
  const [share, setShare] = useState(0);
  const read = useMutation({
    mutationFn: async (file: File) => {
      await handIn(file, setShare);
      return await call('modelExchange.inspect', {});
    },
  });
  const close = () => {
    setOpened(false);
    read.reset();
  };
  return (
    <>
      <Button
        variant="default"
        fullWidth
        h="auto"
        py={6}
        styles={{ label: { whiteSpace: 'normal', lineHeight: 1.3 } }}
        onClick={() => setOpened(true)}
      >
        {t(($) => $.importButton)}
      </Button>
      <Dialog opened={opened} onClose={close} size="lg" title={t(($) => $.importDialog)}>
        <Stack>
          <Text>{t(($) => $.importHelp)}</Text>
          <Group>
            <ChooseFile
              accept=".faceward-model"
              variant="default"
              loading={read.isPending}
              onChoose={(file) => read.mutate(file)}
            >
              {t(($) => $.choose)}
            </ChooseFile>
            {read.isPending && <Text role="status">{t(($) => $.reading, { percent: Math.floor(100 * share) })}</Text>}
          </Group>
          {read.error && <ErrorNotice error={read.error} title={t(($) => $.notRead)} />}
          {read.data && <ReceivedModelForm key={read.submittedAt} received={read.data} onClose={close} />}
          <KnownSites />
        </Stack>
      </Dialog>
    </>
  );
}

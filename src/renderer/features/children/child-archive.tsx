import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Child } from '../../../contract/children.ts';
import { call } from '../../client/client.ts';
import { download } from '../../client/download.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useLanguage } from '../../ui/language.tsx';

/** Hands out all that is kept of a child as one file, for a family that asks. */
export function ChildArchive({ child }: { readonly child: Pick<Child, 'id' | 'code'> }) {
  const { t } = useTranslation('children');
  const { language } = useLanguage();
  const [opened, { open, close }] = useDisclosure(false);
  const making = useMutation({
    async mutationFn() {
      const { bytes, ...file } = await call('children.archive', { childId: child.id, language });
      if (bytes) download({ ...file, bytes });
    },
    onSuccess: close,
  });
  return (
    <>
      <Button variant="default" onClick={open}>
        {t(($) => $.archive.button)}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t(($) => $.archive.title, { code: child.code })}
        confirm={t(($) => $.archive.make)}
        pending={making.isPending}
        error={making.error}
        onConfirm={() => making.mutate()}
        onClose={close}
      >
        <Text>{t(($) => $.archive.help)}</Text>
      </ConfirmDialog>
    </>
  );
}

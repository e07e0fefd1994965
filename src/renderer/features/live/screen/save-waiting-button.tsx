import { Button, Text } from '@mantine/core';
import IconDeviceFloppy from '@tabler/icons-react/icons/IconDeviceFloppy';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../../../client/client.ts';
import { download } from '../../../client/download.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { sealWaiting } from '../recorder/save-waiting.ts';
import type { LiveSession } from '../session/live-session.ts';

/** Saves what the store does not take into a sealed file, elsewhere. It goes on waiting for the store all the same. */
export function SaveWaitingButton({ session }: { readonly session: LiveSession }) {
  const { t } = useTranslation('live');
  const save = useMutation({
    mutationFn: async () => {
      const sessionId = session.state.current.session?.id;
      if (sessionId) download(await sealWaiting(call, sessionId, { waiting: session.waiting(), now: new Date() }));
    },
  });
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        loading={save.isPending}
        onClick={() => save.mutate()}
      >
        {t(($) => $.warning.save)}
      </Button>
      {save.isSuccess && (
        <Text role="status" size="sm">
          {t(($) => $.warning.saved)}
        </Text>
      )}
      {save.error && <ErrorNotice error={save.error} title={t(($) => $.warning.notSaved)} />}
    </>
  );
}

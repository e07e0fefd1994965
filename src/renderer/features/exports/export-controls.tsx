import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Export } from '../../../contract/review/reports.ts';
import type { Role } from '../../../contract/role.ts';
import { call } from '../../client/client.ts';
import { download } from '../../client/download.ts';
import { useAction } from '../../client/use-call.ts';
import { wholeFile } from '../../client/whole-file.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorText } from '../../ui/error-text.tsx';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';
import { mayIdentify } from './may-identify.ts';

/** Stop, go on, fetch and remove. */
export function ExportControls({ order, role }: { readonly order: Export; readonly role: Role }) {
  const { t } = useTranslation('exports');
  const { id: exportId, state, filesDone, filesWanted, isIdentified } = order;
  const refused = (error: Error) =>
    notifications.show({ color: 'red.9', title: t(($) => $.page.notDone), message: <ErrorText error={error} /> });
  const stop = useAction('exports.stop');
  const resume = useAction('exports.resume');
  const removal = useConfirmedAction('exports.remove', ({ id }: Export) => ({ exportId: id }));
  const fetch = useMutation({
    mutationFn: async () => wholeFile(await call('exports.fetch', { exportId })),
    onSuccess: download,
    onError: refused,
  });
  const mayUse = !isIdentified || mayIdentify(role);
  return (
    <Group>
      {mayUse && (
        <Button
          leftSection={<IconDownload size={18} aria-hidden />}
          disabled={filesDone === 0}
          loading={fetch.isPending}
          onClick={() => fetch.mutate()}
        >
          {t(($) => $.page.fetch)}
        </Button>
      )}
      {state === 'running' && (
        <Button
          variant="default"
          loading={stop.isPending}
          onClick={() => stop.mutate({ exportId }, { onError: refused })}
        >
          {t(($) => $.page.stop)}
        </Button>
      )}
      {mayUse && state !== 'running' && filesDone < filesWanted && (
        <Button
          variant="default"
          loading={resume.isPending}
          onClick={() => resume.mutate({ exportId }, { onError: refused })}
        >
          {state === 'finished' ? t(($) => $.page.retry) : t(($) => $.page.resume)}
        </Button>
      )}
      <Button variant="default" onClick={() => removal.ask(order)}>
        {t(($) => $.page.remove)}
      </Button>
      <ConfirmDialog {...removal.dialog} title={t(($) => $.page.removeTitle)} confirm={t(($) => $.page.remove)} danger>
        <Text>{t(($) => $.page.removeText)}</Text>
      </ConfirmDialog>
    </Group>
  );
}

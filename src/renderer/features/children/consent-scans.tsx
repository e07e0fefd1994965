import { Button, FileButton, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../../contract/children.ts';
import { MOST_SCAN_BYTES, SCAN_TYPES } from '../../../core/store/people/scan-type.ts';
import { call } from '../../client/client.ts';
import { download } from '../../client/download.ts';
import { sendInPieces } from '../../client/in-pieces.ts';
import { mayCall } from '../../client/may-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormat } from '../../ui/format.ts';
import { useSite } from '../../ui/site-context.ts';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';

type Scan = Consent['scans'][number];

/** Scans of the paper form behind a consent. They are handed out as files and never drawn here: a PDF may hold anything. */
export function ConsentScans({ consent }: { readonly consent: Consent }) {
  const { t } = useTranslation('children');
  const format = useFormat();
  const { user } = useSite();
  const removal = useConfirmedAction('consents.removeScan', ({ id }: Scan) => ({ scanId: id }));
  const adding = useMutation({
    async mutationFn(file: File) {
      await sendInPieces(file, (piece) => call('consents.addScan', { consentId: consent.id, ...piece }));
    },
  });
  const fetching = useMutation({
    mutationFn: async (scan: Scan) => download(await call('consents.fetchScan', { scanId: scan.id })),
  });
  const error = adding.error ?? fetching.error;
  const said = ({ mediaType, addedAtIso, addedBy }: Scan) =>
    t(($) => $.scans.one, {
      type: SCAN_TYPES[mediaType].toUpperCase(),
      at: format.date(addedAtIso),
      name: addedBy,
    });
  return (
    <>
      {consent.scans.map((scan) => (
        <Group key={scan.id} gap="xs">
          <Text size="xs">{said(scan)}</Text>
          {mayCall(user.role, 'consents.fetchScan') && (
            <>
              <Button
                size="compact-xs"
                variant="default"
                loading={fetching.isPending && fetching.variables?.id === scan.id}
                onClick={() => fetching.mutate(scan)}
              >
                {t(($) => $.scans.fetch)}
              </Button>
              <Button size="compact-xs" variant="subtle" onClick={() => removal.ask(scan)}>
                {t(($) => $.scans.remove)}
              </Button>
            </>
          )}
        </Group>
      ))}
      <FileButton
        accept={Object.keys(SCAN_TYPES).join(',')}
        onChange={(file) => {
          if (file) adding.mutate(file);
        }}
      >
        {(props) => (
          <Button {...props} size="compact-xs" variant="subtle" loading={adding.isPending}>
            {t(($) => $.scans.add, { most: MOST_SCAN_BYTES / 2 ** 20 })}
          </Button>
        )}
      </FileButton>
      {error && <ErrorNotice error={error} title={t(($) => $.scans.failed)} />}
      <ConfirmDialog
        {...removal.dialog}
        title={t(($) => $.scans.removeTitle)}
        confirm={t(($) => $.scans.remove)}
        danger
      >
        <Text>{t(($) => $.scans.removeHelp)}</Text>
      </ConfirmDialog>
    </>
  );
}

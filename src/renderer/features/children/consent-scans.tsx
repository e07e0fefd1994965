import { Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Consent } from '../../../contract/children.ts';
import { MOST_SCAN_BYTES, SCAN_TYPES } from '../../../core/store/people/scan-type.ts';
import { call } from '../../client/client.ts';
import { download } from '../../client/download.ts';
import { sendInPieces } from '../../client/in-pieces.ts';
import { mayCall } from '../../client/may-call.ts';
import { ChooseFile } from '../../ui/choose-file.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { useFormat } from '../../ui/format.ts';
import { RowButton } from '../../ui/row-button.tsx';
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
  const add = t(($) => $.scans.add, { most: MOST_SCAN_BYTES / 2 ** 20 });
  const said = ({ mediaType, addedAtIso, addedBy }: Scan) =>
    t(($) => $.scans.one, {
      type: SCAN_TYPES[mediaType].toUpperCase(),
      at: format.date(addedAtIso),
      name: addedBy,
    });
  return (
    <>
      {consent.scans.map((scan, index) => (
        <Group key={scan.id} gap="xs">
          <Text size="xs">{said(scan)}</Text>
          {mayCall(user.role, 'consents.fetchScan') && (
            <>
              <RowButton
                label={t(($) => $.scans.fetchOf, { number: index + 1, scan: said(scan) })}
                loading={fetching.isPending && fetching.variables?.id === scan.id}
                onClick={() => {
                  // An old refusal is let go of; a file that is still on its way keeps the one that may come.
                  if (adding.isError) adding.reset();
                  fetching.mutate(scan);
                }}
              >
                {t(($) => $.scans.fetch)}
              </RowButton>
              <RowButton
                label={t(($) => $.scans.removeOf, { number: index + 1, scan: said(scan) })}
                onClick={() => removal.ask(scan)}
              >
                {t(($) => $.scans.remove)}
              </RowButton>
            </>
          )}
        </Group>
      ))}
      <ChooseFile
        accept={Object.keys(SCAN_TYPES).join(',')}
        size="compact-xs"
        variant="subtle"
        aria-label={t(($) => $.scans.addTo, { add, from: format.dateTime(consent.fromIso) })}
        loading={adding.isPending}
        onChoose={(file) => {
          if (fetching.isError) fetching.reset();
          adding.mutate(file);
        }}
      >
        {add}
      </ChooseFile>
      {adding.error && <ErrorNotice error={adding.error} title={t(($) => $.scans.failed)} />}
      {fetching.error && <ErrorNotice error={fetching.error} title={t(($) => $.scans.failed)} />}
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

import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../../../contract/records/erasures.ts';
import { call } from '../../../client/client.ts';
import { download } from '../../../client/download.ts';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { WaitForm } from './wait-form.tsx';
import { WaitingErasures } from './waiting-erasures.tsx';

/** What waits to be erased, and what was erased, when, by whom and why, with its receipts. Nothing where nothing was. */
export function ErasuresSection() {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  const found = useCall('erasures.list', {});
  const receipt = useMutation({
    mutationFn: async ({ id }: Erasure) => download(await call('erasures.receipt', { erasureId: id })),
  });
  return (
    <Section title={t(($) => $.list.title)} description={t(($) => $.list.description)}>
      <Loaded query={found} what={t(($) => $.list.what)}>
        {({ erasures, waitDays, isOverwriteDue }) => (
          <>
            {isOverwriteDue && (
              <Notice kind="warning" title={t(($) => $.list.overwriteDue)}>
                <Text>{t(($) => $.list.overwriteDueHelp)}</Text>
              </Notice>
            )}
            <WaitForm waitDays={waitDays} />
            <WaitingErasures erasures={erasures.filter(({ state }) => state === 'held')} />
            <DataTable
              label={t(($) => $.list.title)}
              minWidthPx={640}
              empty={t(($) => $.list.none)}
              rows={erasures.filter(({ state }) => state !== 'held')}
              rowKey={({ id }) => id}
              columns={{
                at: { header: t(($) => $.list.at), cell: ({ askedAtIso }) => dateTime(askedAtIso) },
                ended: {
                  header: t(($) => $.list.ended),
                  cell: ({ state, askedAtIso, endedAtIso }) =>
                    t(($) => $.list[state === 'undone' ? 'undone' : 'erased'], {
                      at: dateTime(endedAtIso ?? askedAtIso),
                    }),
                },
                what: { header: t(($) => $.list.whatErased), cell: ({ what }) => t(($) => $.what[what]) },
                of: { header: t(($) => $.list.of), wrap: 'anywhere', cell: ({ pseudonym, ofId }) => pseudonym || ofId },
                by: { header: t(($) => $.list.by), wrap: 'anywhere', cell: ({ askedBy }) => askedBy },
                reason: { header: t(($) => $.reason), wrap: 'anywhere', cell: ({ reason }) => reason },
                receipt: {
                  align: 'right',
                  cell: (erasure) =>
                    erasure.state === 'erased' && (
                      <RowButton
                        label={t(($) => $.saveReceiptOf, { of: erasure.pseudonym || erasure.ofId })}
                        onClick={() => receipt.mutate(erasure)}
                      >
                        {t(($) => $.saveReceipt)}
                      </RowButton>
                    ),
                },
              }}
            />
            {receipt.error && <ErrorNotice error={receipt.error} title={t(($) => $.receiptNotSaved)} />}
          </>
        )}
      </Loaded>
    </Section>
  );
}

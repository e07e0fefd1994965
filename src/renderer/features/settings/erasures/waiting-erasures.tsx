import { Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erasure } from '../../../../contract/records/erasures.ts';
import { useAction } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { RowButton } from '../../../ui/row-button.tsx';
import { EraseNowDialog } from './erase-now-dialog.tsx';

/** What waits to be erased, with the ways to take it back and not to wait. Nothing where nothing does. */
export function WaitingErasures({ erasures }: { readonly erasures: readonly Erasure[] }) {
  const { t } = useTranslation('erasing');
  const { dateTime } = useFormat();
  const [asked, setAsked] = useState<Erasure | null>(null);
  const undo = useAction('erasures.undo');
  const named = ({ what, childCode, pseudonym }: Erasure) => ({
    what: t(($) => $.what[what]),
    code: childCode ?? pseudonym,
  });
  return (
    <Stack gap="xs">
      {erasures.length > 0 && (
        <>
          <Title order={3} size="h4">
            {t(($) => $.waiting.title)}
          </Title>
          <Text size="sm">{t(($) => $.waiting.description)}</Text>
          <DataTable
            label={t(($) => $.waiting.title)}
            minWidthPx={640}
            rows={erasures}
            rowKey={({ id }) => id}
            columns={{
              due: {
                header: t(($) => $.waiting.due),
                cell: ({ dueAtIso, askedAtIso }) => dateTime(dueAtIso ?? askedAtIso),
              },
              what: { header: t(($) => $.list.whatErased), cell: ({ what }) => t(($) => $.what[what]) },
              child: { header: t(($) => $.waiting.child), wrap: 'anywhere', cell: (each) => named(each).code },
              by: { header: t(($) => $.list.by), wrap: 'anywhere', cell: ({ askedBy }) => askedBy },
              reason: { header: t(($) => $.reason), wrap: 'anywhere', cell: ({ reason }) => reason },
              acts: {
                align: 'right',
                cell: (erasure) => (
                  <Group gap="xs" justify="flex-end">
                    <RowButton
                      label={t(($) => $.waiting.takeBackOf, named(erasure))}
                      loading={undo.isPending}
                      onClick={() => undo.mutate({ erasureId: erasure.id })}
                    >
                      {t(($) => $.waiting.takeBack)}
                    </RowButton>
                    <RowButton label={t(($) => $.waiting.eraseNowOf, named(erasure))} onClick={() => setAsked(erasure)}>
                      {t(($) => $.waiting.eraseNow)}
                    </RowButton>
                  </Group>
                ),
              },
            }}
          />
        </>
      )}
      {undo.error && <ErrorNotice error={undo.error} title={t(($) => $.waiting.notTakenBack)} />}
      <Text role="status" size="sm">
        {undo.data &&
          (undo.data.lost > 0 ? t(($) => $.waiting.lost, { count: undo.data.lost }) : t(($) => $.waiting.takenBack))}
      </Text>
      {asked && (
        <EraseNowDialog
          erasure={asked}
          title={t(($) => $.waiting.eraseNowOf, named(asked))}
          onClose={() => setAsked(null)}
        />
      )}
    </Stack>
  );
}

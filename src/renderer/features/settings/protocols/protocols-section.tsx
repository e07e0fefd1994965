import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredProtocol } from '../../../../contract/protocols.ts';
import { useCall } from '../../../client/use-call.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { RowButton } from '../../../ui/row-button.tsx';
import { Section } from '../../../ui/section.tsx';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { usePlanWords } from '../../../ui/use-plan-words.ts';
import { ProtocolDialog } from './protocol-dialog.tsx';

/** What kinds of session this site has, and what each is to be like. */
export function ProtocolsSection() {
  const { t } = useTranslation('protocols');
  const { t: common } = useTranslation('common');
  const words = usePlanWords();
  const protocols = useCall('protocols.list', {});
  const [edited, setEdited] = useState<StoredProtocol | 'new' | null>(null);
  const removal = useConfirmedAction('protocols.remove', ({ id }: StoredProtocol) => ({ protocolId: id }));
  return (
    <Section title={t(($) => $.title)} description={t(($) => $.description)}>
      <Loaded query={protocols} what={t(($) => $.what)}>
        {(list) => (
          <DataTable
            label={t(($) => $.title)}
            minWidthPx={560}
            empty={t(($) => $.none)}
            rows={list}
            rowKey={({ id }) => id}
            columns={{
              name: { header: t(($) => $.name), wrap: 'anywhere', cell: ({ name }) => name },
              planned: {
                header: t(($) => $.planned),
                cell: ({ plannedMinutes: count }) => (count === null ? '' : t(($) => $.minutes, { count })),
              },
              flacc: {
                header: 'FLACC',
                cell: ({ flaccEveryMinutes: count }) => (count === null ? '' : t(($) => $.every, { count })),
              },
              markers: { header: t(($) => $.markers), cell: ({ markers }) => words.ofMarkers(markers) },
              actions: {
                align: 'right',
                cell: (protocol) => (
                  <Group gap="xs" justify="flex-end" wrap="nowrap">
                    <RowButton
                      label={t(($) => $.changeOf, { name: protocol.name })}
                      onClick={() => setEdited(protocol)}
                    >
                      {t(($) => $.change)}
                    </RowButton>
                    <RowButton
                      label={t(($) => $.removeOf, { name: protocol.name })}
                      onClick={() => removal.ask(protocol)}
                    >
                      {common(($) => $.action.remove)}
                    </RowButton>
                  </Group>
                ),
              },
            }}
          />
        )}
      </Loaded>
      <Group>
        <Button onClick={() => setEdited('new')}>{t(($) => $.add)}</Button>
      </Group>
      {edited && <ProtocolDialog protocol={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
      <ConfirmDialog
        {...removal.dialog}
        title={t(($) => $.removeOf, { name: removal.asked?.name ?? '' })}
        confirm={common(($) => $.action.remove)}
        danger
      >
        <Text>{t(($) => $.removeHelp)}</Text>
      </ConfirmDialog>
    </Section>
  );
}

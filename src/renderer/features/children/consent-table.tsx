import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child, Consent } from '../../../contract/children.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { useFormat } from '../../ui/format.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { consentStanding, localDate } from './consent-standing.ts';

/** Every consent of a child, those that ended as well. */
export function ConsentTable({ child }: { readonly child: Child }) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const [asked, setAsked] = useState<Consent | null>(null);
  const withdraw = useAction('consents.withdraw', { onDone: () => setAsked(null) });
  const today = localDate(new Date());

  if (child.consents.length === 0) return <Text>{t(($) => $.consents.none)}</Text>;
  return (
    <>
      <WideTable label={t(($) => $.consents.of, { code: child.code })} minWidthPx={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(($) => $.consents.scopes)}</Table.Th>
              <Table.Th>{t(($) => $.consents.givenBy)}</Table.Th>
              <Table.Th>{t(($) => $.consents.assented)}</Table.Th>
              <Table.Th>{t(($) => $.consents.until)}</Table.Th>
              <Table.Th>{t(($) => $.consents.state)}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {child.consents.map((consent) => (
              <ConsentRow
                key={consent.id}
                consent={consent}
                today={today}
                onWithdraw={() => {
                  withdraw.reset();
                  setAsked(consent);
                }}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <ConfirmDialog
        opened={asked !== null}
        title={t(($) => $.consents.withdrawTitle, { code: child.code })}
        confirm={t(($) => $.consents.withdraw)}
        danger
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => asked && withdraw.mutate({ consentId: asked.id })}
        onClose={() => setAsked(null)}
      >
        <Text>
          {t(($) => $.consents.withdrawHelp, {
            scopes: (asked?.scopes ?? []).map((scope) => common(($) => $.consentScope[scope]).toLowerCase()).join(', '),
          })}
        </Text>
      </ConfirmDialog>
    </>
  );
}

interface ConsentRowProps {
  readonly consent: Consent;
  readonly today: string;
  readonly onWithdraw: () => void;
}

function ConsentRow({ consent, today, onWithdraw }: ConsentRowProps) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const standing = consentStanding(consent, today);
  return (
    <Table.Tr c={standing === 'holds' ? undefined : 'dimmed'}>
      <Table.Td>{consent.scopes.map((scope) => common(($) => $.consentScope[scope])).join('; ')}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{consent.givenBy}</Table.Td>
      <Table.Td>{consent.childAssented ? t(($) => $.consents.yes) : t(($) => $.consents.no)}</Table.Td>
      <Table.Td>{format.date(consent.untilDate)}</Table.Td>
      <Table.Td>
        {standing === 'withdrawn' &&
          t(($) => $.consents.withdrawn, { date: format.date(consent.withdrawnAtIso ?? '') })}
        {standing === 'expired' && t(($) => $.consents.expired)}
        {standing === 'holds' && (
          <Button size="compact-md" variant="default" onClick={onWithdraw}>
            {t(($) => $.consents.withdraw)}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

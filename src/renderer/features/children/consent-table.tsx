import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Child, Consent } from '../../../contract/children.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatDate } from '../../ui/format.ts';
import { WideTable } from '../../ui/wide-table.tsx';
import { CONSENT_WORDS } from '../../ui/words.ts';
import { consentStanding, localDate } from './consent-standing.ts';

/** Every consent of a child, those that ended as well. */
export function ConsentTable({ child }: { readonly child: Child }) {
  const [asked, setAsked] = useState<Consent | null>(null);
  const withdraw = useAction('consents.withdraw', { onDone: () => setAsked(null) });
  const today = localDate(new Date());

  if (child.consents.length === 0) return <Text>No consent recorded.</Text>;
  return (
    <>
      <WideTable label={`Consents of ${child.code}`} minWidthPx={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Agreed to</Table.Th>
              <Table.Th>Given by</Table.Th>
              <Table.Th>Child agreed</Table.Th>
              <Table.Th>Until</Table.Th>
              <Table.Th>State</Table.Th>
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
        title={`Withdraw a consent of ${child.code}`}
        confirm="Withdraw"
        danger
        pending={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => asked && withdraw.mutate({ consentId: asked.id })}
        onClose={() => setAsked(null)}
      >
        <Text>
          What it covered stops now: {asked?.scopes.map((scope) => CONSENT_WORDS[scope].toLowerCase()).join(', ')}. This
          cannot be undone; a new consent can be recorded at any time.
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
  const standing = consentStanding(consent, today);
  return (
    <Table.Tr c={standing === 'holds' ? undefined : 'dimmed'}>
      <Table.Td>{consent.scopes.map((scope) => CONSENT_WORDS[scope]).join('; ')}</Table.Td>
      <Table.Td style={{ overflowWrap: 'anywhere' }}>{consent.givenBy}</Table.Td>
      <Table.Td>{consent.childAssented ? 'Yes' : 'No'}</Table.Td>
      <Table.Td>{formatDate(consent.untilDate)}</Table.Td>
      <Table.Td>
        {standing === 'withdrawn' && `Withdrawn ${formatDate(consent.withdrawnAtIso ?? '')}`}
        {standing === 'expired' && 'Expired'}
        {standing === 'holds' && (
          <Button size="compact-md" variant="default" onClick={onWithdraw}>
            Withdraw
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

import { Button, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child, Consent } from '../../../contract/children.ts';
import { useCall } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.ts';
import { useConfirmedAction } from '../../ui/use-confirmed-action.ts';
import { ConsentScans } from './consent-scans.tsx';
import { consentStanding, localDate } from './consent-standing.ts';
import { WithdrawalAheadText } from './withdrawal-ahead.tsx';

/** Every consent of a child, including those that have ended. */
export function ConsentTable({ child }: { readonly child: Child }) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const withdrawal = useConfirmedAction('consents.withdraw', ({ id }: Consent) => ({ consentId: id }));
  const ahead = useCall(
    'consents.ahead',
    { consentId: withdrawal.asked?.id ?? '' },
    { enabled: withdrawal.asked !== null },
  );
  const today = localDate(new Date());

  /** Who gave it, and the paper behind it where somebody said. */
  function givenBy(consent: Consent): ReactNode {
    const { givenBy: giver, formVersion, signedOn, recordedBy } = consent;
    const paper = [
      formVersion !== '' && t(($) => $.consents.form, { version: formVersion }),
      signedOn !== null && t(($) => $.consents.signed, { date: format.date(signedOn) }),
      recordedBy !== null && t(($) => $.consents.recordedBy, { name: recordedBy }),
    ].filter((part) => part !== false);
    return (
      <>
        {giver}
        {paper.length > 0 && (
          <Text size="xs" c="dimmed">
            {paper.join(', ')}
          </Text>
        )}
        <ConsentScans consent={consent} />
      </>
    );
  }

  function standing(consent: Consent): ReactNode {
    switch (consentStanding(consent, today)) {
      case 'withdrawn':
        return t(($) => $.consents.withdrawn, { date: format.date(consent.withdrawnAtIso ?? '') });
      case 'expired':
        return t(($) => $.consents.expired);
      case 'holds':
        return (
          <Button size="compact-md" variant="default" onClick={() => withdrawal.ask(consent)}>
            {t(($) => $.consents.withdraw)}
          </Button>
        );
    }
  }

  return (
    <>
      <DataTable
        label={t(($) => $.consents.of, { code: child.code })}
        minWidthPx={560}
        empty={t(($) => $.consents.none)}
        rows={child.consents}
        rowKey={({ id }) => id}
        isDimmed={(consent) => consentStanding(consent, today) !== 'holds'}
        columns={{
          scopes: {
            header: t(($) => $.consents.scopes),
            cell: ({ scopes }) => scopes.map((scope) => common(($) => $.consentScope[scope])).join('; '),
          },
          givenBy: { header: t(($) => $.consents.givenBy), wrap: 'anywhere', cell: givenBy },
          assented: {
            header: t(($) => $.consents.assented),
            cell: ({ childAssented }) => t(($) => (childAssented ? $.consents.yes : $.consents.no)),
          },
          until: { header: t(($) => $.consents.until), cell: ({ untilDate }) => format.date(untilDate) },
          state: { header: t(($) => $.consents.state), cell: standing },
        }}
      />
      <ConfirmDialog
        {...withdrawal.dialog}
        pending={withdrawal.dialog.pending || (withdrawal.asked !== null && ahead.isPending)}
        title={t(($) => $.consents.withdrawTitle, { code: child.code })}
        confirm={t(($) => $.consents.withdraw)}
        danger
      >
        <WithdrawalAheadText query={ahead} />
      </ConfirmDialog>
    </>
  );
}

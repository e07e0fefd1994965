import { Button, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Child, Consent } from '../../../contract/children.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { useFormat } from '../../ui/format.ts';
import { consentStanding, localDate } from './consent-standing.ts';

/** Every consent of a child, those that ended as well. */
export function ConsentTable({ child }: { readonly child: Child }) {
  const { t } = useTranslation('children');
  const { t: common } = useTranslation('common');
  const format = useFormat();
  const [asked, setAsked] = useState<Consent | null>(null);
  const withdraw = useAction('consents.withdraw', { onDone: () => setAsked(null) });
  const today = localDate(new Date());

  function standing(consent: Consent): ReactNode {
    switch (consentStanding(consent, today)) {
      case 'withdrawn':
        return t(($) => $.consents.withdrawn, { date: format.date(consent.withdrawnAtIso ?? '') });
      case 'expired':
        return t(($) => $.consents.expired);
      case 'holds':
        return (
          <Button
            size="compact-md"
            variant="default"
            onClick={() => {
              withdraw.reset();
              setAsked(consent);
            }}
          >
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
          givenBy: { header: t(($) => $.consents.givenBy), wrap: 'anywhere', cell: ({ givenBy }) => givenBy },
          assented: {
            header: t(($) => $.consents.assented),
            cell: ({ childAssented }) => t(($) => (childAssented ? $.consents.yes : $.consents.no)),
          },
          until: { header: t(($) => $.consents.until), cell: ({ untilDate }) => format.date(untilDate) },
          state: { header: t(($) => $.consents.state), cell: standing },
        }}
      />
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

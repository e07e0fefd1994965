import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Loaded } from '../../../ui/loaded.tsx';

/** The sites whose keys were compared, each of which can be removed when it has another key. */
export function KnownSites() {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const sites = useCall('modelExchange.knownSites', {});
  const forget = useAction('modelExchange.forgetSite');
  return (
    <>
      <Title order={3} size="h5">
        {t(($) => $.sites)}
      </Title>
      <Loaded query={sites} what={t(($) => $.sites)}>
        {(list) => (
          <DataTable
            label={t(($) => $.sites)}
            rows={list}
            rowKey={({ fingerprint }) => fingerprint}
            empty={t(($) => $.sitesNone)}
            columns={{
              site: { header: t(($) => $.siteColumn), cell: ({ name }) => name, isRowHeader: true, wrap: 'anywhere' },
              key: {
                header: t(($) => $.keyColumn),
                cell: ({ fingerprint }) => (
                  <Text ff="monospace" size="sm">
                    {fingerprint}
                  </Text>
                ),
              },
              confirmed: {
                header: t(($) => $.confirmedColumn),
                cell: ({ confirmedBy, confirmedAtIso }) =>
                  t(($) => $.siteBy, { by: confirmedBy, date: format.date(confirmedAtIso) }),
              },
              forget: {
                cell: ({ name, fingerprint }) => (
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={t(($) => $.forgetName, { site: name })}
                    loading={forget.isPending && forget.variables.fingerprint === fingerprint}
                    onClick={() => forget.mutate({ fingerprint })}
                  >
                    {t(($) => $.forget)}
                  </Button>
                ),
              },
            }}
          />
        )}
      </Loaded>
      {forget.error && <ErrorNotice error={forget.error} title={t(($) => $.notForgotten)} />}
    </>
  );
}

import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../client/use-call.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { Loaded } from '../../../ui/loaded.tsx';

interface AgreementTableProps {
  /** Null for all datasets. */
  readonly datasetId: string | null;
  readonly onShowDiffering: () => void;
}

/** How far every two people agree on what images show. */
export function AgreementTable({ datasetId, onShowDiffering }: AgreementTableProps) {
  const { t } = useTranslation('wall');
  const agreement = useCall('wall.agreement', { datasetId });
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t(($) => $.agreement.description)}
      </Text>
      <Loaded query={agreement} what={t(($) => $.agreement.what)}>
        {(pairs) => (
          <DataTable
            label={t(($) => $.agreement.table)}
            empty={t(($) => $.agreement.none)}
            rows={pairs.flatMap((pair) => [
              { pair, figure: pair.observed, name: t(($) => $.agreement.observed) },
              { pair, figure: pair.kappa, name: t(($) => $.agreement.kappa) },
            ])}
            rowKey={({ pair, name }) => `${pair.people.join(' ')} ${name}`}
            groupOf={({ pair: { people } }) => t(($) => $.agreement.people, { first: people[0], second: people[1] })}
            columns={{
              name: { isRowHeader: true, cell: ({ name }) => name },
              figure: {
                cell: ({ pair: { images, subjects }, figure }) =>
                  figure === null ? (
                    t(($) => $.agreement.noKappa)
                  ) : (
                    <Figure
                      figure={figure}
                      n={t(($) => $.agreement.n, {
                        images: t(($) => $.found, { count: images }),
                        subjects: t(($) => $.agreement.subjects, { count: subjects }),
                      })}
                    />
                  ),
              },
            }}
          />
        )}
      </Loaded>
      <Button variant="default" size="compact-md" onClick={onShowDiffering}>
        {t(($) => $.agreement.differ)}
      </Button>
    </Stack>
  );
}

import { Stack, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WallCounts } from '../../../../contract/wall.ts';
import type { WallUse } from '../../../../core/store/lab/wall/wall-filter.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { useFormat } from '../../../ui/format.ts';

interface UsesTableProps extends Pick<WallCounts, 'uses' | 'taken'> {
  readonly chosen: WallUse | undefined;
  readonly onChoose: (use: WallUse | undefined) => void;
}

/** How many images a run takes, and why it leaves out the others; a number shows them. */
export function UsesTable({ uses, taken, chosen, onChoose }: UsesTableProps) {
  const { t } = useTranslation('wall');
  const format = useFormat();
  return (
    <Stack gap="xs">
      <Text size="sm">{t(($) => $.counts.taken, { count: taken })}</Text>
      <DataTable
        label={t(($) => $.counts.uses)}
        empty={t(($) => $.none)}
        verticalSpacing={2}
        horizontalSpacing={4}
        rows={uses}
        rowKey={({ use }) => use}
        columns={{
          use: { header: t(($) => $.filter.use), isRowHeader: true, cell: ({ use }) => t(($) => $.use[use]) },
          images: {
            header: t(($) => $.counts.all),
            align: 'right',
            wrap: 'never',
            cell: ({ use, images }) => (
              <UnstyledButton
                fz="sm"
                fw={use === chosen ? 700 : 400}
                td="underline"
                px={2}
                bg={use === chosen ? 'ward.1' : undefined}
                aria-pressed={use === chosen}
                aria-label={t(($) => $.counts.use, { use: t(($) => $.use[use]), images })}
                onClick={() => onChoose(use === chosen ? undefined : use)}
              >
                {format.number(images)}
              </UnstyledButton>
            ),
          },
        }}
      />
    </Stack>
  );
}

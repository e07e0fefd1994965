import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { EmotionBadge } from './emotion-badge.tsx';
import { Figure } from './figure.tsx';
import { useFormat } from './format.ts';
import { WideTable } from './wide-table.tsx';

/** Recall and precision of each emotion. */
export function PerClassTable({ perClass }: Pick<Evaluation, 'perClass'>) {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  return (
    <WideTable label={t(($) => $.byEmotionTable)} minWidthPx={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.emotion)}</Table.Th>
            <Table.Th>{t(($) => $.measure.recall)}</Table.Th>
            <Table.Th>{t(($) => $.measure.precision)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {perClass.map(({ emotion, images, recall, precision }) => (
            <Table.Tr key={emotion}>
              <Table.Td>
                <EmotionBadge emotion={emotion} />
              </Table.Td>
              <Table.Td>
                <Figure figure={recall} n={t(($) => $.images, { count: images })} />
              </Table.Td>
              <Table.Td ff="monospace">
                {precision === null ? t(($) => $.neverRead) : format.figure(precision)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

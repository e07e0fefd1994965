import { Table } from '@mantine/core';
import type { Evaluation } from '../../contract/models.ts';
import { EmotionBadge } from './emotion-badge.tsx';
import { Figure } from './figure.tsx';
import { formatCount } from './format.ts';
import { formatFigure } from './format-figure.ts';
import { WideTable } from './wide-table.tsx';

/** Recall and precision of each emotion. */
export function PerClassTable({ perClass }: Pick<Evaluation, 'perClass'>) {
  return (
    <WideTable label="Figures by emotion" minWidthPx={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Emotion</Table.Th>
            <Table.Th>Recall</Table.Th>
            <Table.Th>Precision</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {perClass.map(({ emotion, images, recall, precision }) => (
            <Table.Tr key={emotion}>
              <Table.Td>
                <EmotionBadge emotion={emotion} />
              </Table.Td>
              <Table.Td>
                <Figure figure={recall} n={formatCount(images, 'image')} />
              </Table.Td>
              <Table.Td ff="monospace">{precision === null ? 'never read' : formatFigure(precision)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

import { Table } from '@mantine/core';
import type { Evaluation } from '../../contract/models.ts';
import { Figure } from './figure.tsx';
import { formatCount } from './format.ts';
import { WideTable } from './wide-table.tsx';

/** The same figures by age band, where age is known. */
export function AgeBandTable({ bands }: { readonly bands: Evaluation['byAgeBand'] }) {
  return (
    <WideTable label="Figures by age" minWidthPx={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Age in years</Table.Th>
            <Table.Th>Balanced accuracy</Table.Th>
            <Table.Th>Accuracy</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map(({ band, images, subjects, balancedAccuracy, accuracy }) => {
            const n = `${formatCount(images, 'image')} of ${formatCount(subjects, 'subject')}`;
            return (
              <Table.Tr key={band}>
                <Table.Th scope="row">{band}</Table.Th>
                <Table.Td>
                  <Figure figure={balancedAccuracy} n={n} />
                </Table.Td>
                <Table.Td>
                  <Figure figure={accuracy} n={n} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { Figure } from './figure.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';
import { WideTable } from './wide-table.tsx';

/** The same figures by age band, where age is known. */
export function AgeBandTable({ bands }: { readonly bands: Evaluation['byAgeBand'] }) {
  const { t } = useTranslation('evaluation');
  const evaluationN = useEvaluationN();
  return (
    <WideTable label={t(($) => $.byAgeTable)} minWidthPx={460}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(($) => $.age)}</Table.Th>
            <Table.Th>{t(($) => $.measure.balancedAccuracy)}</Table.Th>
            <Table.Th>{t(($) => $.measure.accuracy)}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bands.map(({ band, images, subjects, balancedAccuracy, accuracy }) => {
            const n = evaluationN({ images, subjects });
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

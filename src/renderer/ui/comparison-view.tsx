import { Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../contract/models.ts';
import { Figure } from './figure.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';

/** Two models on the same images: what the difference is, and whether it can be told from none. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('evaluation');
  const evaluationN = useEvaluationN();
  const n = evaluationN(comparison);
  const { balancedAccuracyDifference: difference } = comparison;
  const verdict =
    difference.low > 0
      ? t(($) => $.comparison.better)
      : difference.high < 0
        ? t(($) => $.comparison.worse)
        : t(($) => $.comparison.same);
  return (
    <Stack gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t(($) => $.comparison.intro, { reference: comparison.referenceModelId, verdict })}
      </Text>
      <Table>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              {t(($) => $.comparison.balancedAccuracy)}
            </Table.Th>
            <Table.Td>
              <Figure figure={difference} n={n} signed />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              {t(($) => $.comparison.accuracy)}
            </Table.Th>
            <Table.Td>
              <Figure figure={comparison.accuracyDifference} n={n} signed />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              {t(($) => $.comparison.reference)}
            </Table.Th>
            <Table.Td>
              <Figure figure={comparison.reference.balancedAccuracy} n={evaluationN(comparison.reference)} />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

import { Stack, Table, Text } from '@mantine/core';
import type { Comparison } from '../../contract/models.ts';
import { evaluationN } from './evaluation-view.tsx';
import { Figure } from './figure.tsx';

/** Two models on the same images: what the difference is, and whether it can be told from none. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const n = evaluationN(comparison);
  const { balancedAccuracyDifference: difference } = comparison;
  const verdict =
    difference.low > 0
      ? 'The new model is better: the interval lies above zero.'
      : difference.high < 0
        ? 'The new model is worse: the interval lies below zero.'
        : 'The two cannot be told apart: the interval holds zero.';
  return (
    <Stack gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>
        On the same images, this model minus the model in use ({comparison.referenceModelId}). {verdict}
      </Text>
      <Table>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              Balanced accuracy, difference
            </Table.Th>
            <Table.Td>
              <Figure figure={difference} n={n} signed />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              Accuracy, difference
            </Table.Th>
            <Table.Td>
              <Figure figure={comparison.accuracyDifference} n={n} signed />
            </Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row" fw={500}>
              Balanced accuracy of the model in use
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

import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../contract/models.ts';
import { FigureTable } from './figure-table.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';

/** Two models on the same images: the difference, and whether it can be told from zero. */
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
      <FigureTable
        label={t(($) => $.comparison.table)}
        rows={[
          { words: t(($) => $.comparison.balancedAccuracy), figure: difference, n, signed: true },
          { words: t(($) => $.comparison.accuracy), figure: comparison.accuracyDifference, n, signed: true },
          {
            words: t(($) => $.comparison.reference),
            figure: comparison.reference.balancedAccuracy,
            n: evaluationN(comparison.reference),
          },
        ]}
      />
    </Stack>
  );
}

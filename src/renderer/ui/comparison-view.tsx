import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../contract/models.ts';
import { FigureTable } from './figure-table.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';

/** Two models on the same images: the differences in figures. What they come to says the verdict. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('evaluation');
  const evaluationN = useEvaluationN();
  const n = evaluationN(comparison);
  const { balancedAccuracyDifference: difference } = comparison;
  return (
    <Stack gap="xs">
      <Text style={{ overflowWrap: 'anywhere' }}>
        {t(($) => $.comparison.intro, { reference: comparison.referenceModelId })}
      </Text>
      <FigureTable
        label={t(($) => $.comparison.table)}
        rows={[
          { words: t(($) => $.comparison.balancedAccuracy), figure: difference, n, signed: true },
          { words: t(($) => $.comparison.accuracy), figure: comparison.accuracyDifference, n, signed: true },
          ...(
            [
              ['distressHits', comparison.distressHitDifference],
              ['distressFalseAlarms', comparison.distressFalseAlarmDifference],
            ] as const
          ).flatMap(([words, figure]) =>
            figure ? [{ words: t(($) => $.comparison[words]), figure, n, signed: true }] : [],
          ),
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

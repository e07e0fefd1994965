import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { imagesOfKnownAge, imagesSure, negativeAndNeutral } from '../../core/evaluation/evaluation-table.ts';
import { AgeBandTable } from './age-band-table.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { EvaluationPlots } from './evaluation-plots.tsx';
import { Figure } from './figure.tsx';
import { PerClassTable } from './per-class-table.tsx';
import { useEvaluationN } from './use-evaluation-n.ts';
import { TablesOf } from './wide-table.tsx';

interface EvaluationViewProps {
  readonly evaluation: Evaluation;
  /** What it is of, where a page shows several. */
  readonly of?: string;
  /** Level of the headings inside. */
  readonly headingOrder?: 3 | 4;
}

/** One model on one set of images: every figure with its interval and its n. */
export function EvaluationView({ evaluation, of = '', headingOrder = 3 }: EvaluationViewProps) {
  const { t } = useTranslation('evaluation');
  const { t: common } = useTranslation('common');
  const n = useEvaluationN()(evaluation);
  const rows = [
    [t(($) => $.measure.balancedAccuracy), evaluation.balancedAccuracy, n],
    [t(($) => $.measure.accuracy), evaluation.accuracy, n],
    [t(($) => $.measure.macroF1), evaluation.macroF1, n],
    [
      t(($) => $.measure.auc),
      evaluation.negativeAgainstNeutralAuc,
      t(($) => $.images, { count: negativeAndNeutral(evaluation) }),
    ],
    [t(($) => $.measure.calibrationError), evaluation.expectedCalibrationError, n],
    [t(($) => $.measure.abstained), evaluation.abstained, n],
    [
      t(($) => $.measure.accuracyWhenSure),
      evaluation.accuracyWhenSure,
      t(($) => $.images, { count: imagesSure(evaluation) }),
    ],
  ] as const;
  return (
    <TablesOf value={of}>
      <Stack gap="md">
        {!evaluation.subjectsKnown && <Text fw={600}>{t(($) => $.subjectsUnknown)}</Text>}
        {evaluation.restrictedTo && evaluation.leftOut > 0 && (
          <Text>
            {t(($) => $.restricted, {
              emotions: evaluation.restrictedTo
                .map((emotion) => common(($) => $.emotion[emotion]).toLowerCase())
                .join(', '),
              images: t(($) => $.images, { count: evaluation.leftOut }),
            })}
          </Text>
        )}
        <Table>
          <Table.Caption>{t(($) => $.bootstrap)}</Table.Caption>
          <Table.Tbody>
            {rows.map(([label, figure, behind]) => (
              <Table.Tr key={label}>
                <Table.Th scope="row" fw={500}>
                  {label}
                </Table.Th>
                <Table.Td>
                  <Figure figure={figure} n={behind} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Title order={headingOrder}>{t(($) => $.confusion)}</Title>
        <ConfusionMatrix evaluation={evaluation} />
        {evaluation.riskCoverage && (
          <>
            <Title order={headingOrder}>{t(($) => $.calibration)}</Title>
            <EvaluationPlots evaluation={evaluation} />
          </>
        )}
        <Title order={headingOrder}>{t(($) => $.byEmotion)}</Title>
        <PerClassTable perClass={evaluation.perClass} />
        {evaluation.byAgeBand.length > 0 && (
          <>
            <Title order={headingOrder}>{t(($) => $.byAge)}</Title>
            <Text>
              {t(($) => $.ageKnown, {
                known: imagesOfKnownAge(evaluation),
                images: t(($) => $.images, { count: evaluation.images }),
              })}
            </Text>
            <AgeBandTable bands={evaluation.byAgeBand} />
          </>
        )}
      </Stack>
    </TablesOf>
  );
}

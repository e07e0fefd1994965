import { Stack, Table, Text, Title } from '@mantine/core';
import type { Evaluation } from '../../contract/models.ts';
import { imagesOfKnownAge, imagesSure, negativeAndNeutral } from '../../core/evaluation/evaluation-table.ts';
import { AgeBandTable } from './age-band-table.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { EvaluationPlots } from './evaluation-plots.tsx';
import { Figure } from './figure.tsx';
import { formatCount } from './format.ts';
import { PerClassTable } from './per-class-table.tsx';
import { TablesOf } from './wide-table.tsx';

/** The n of an evaluation in words. */
export function evaluationN({ images, subjects }: Pick<Evaluation, 'images' | 'subjects'>): string {
  return `${formatCount(images, 'image')} of ${formatCount(subjects, 'subject')}`;
}

interface EvaluationViewProps {
  readonly evaluation: Evaluation;
  /** What it is of, where a page shows several. */
  readonly of?: string;
  /** Level of the headings inside. */
  readonly headingOrder?: 3 | 4;
}

/** One model on one set of images: every figure with its interval and its n. */
export function EvaluationView({ evaluation, of = '', headingOrder = 3 }: EvaluationViewProps) {
  const n = evaluationN(evaluation);
  const rows = [
    ['Balanced accuracy', evaluation.balancedAccuracy, n],
    ['Accuracy', evaluation.accuracy, n],
    ['Macro-F1', evaluation.macroF1, n],
    [
      'Negative against neutral, AUC',
      evaluation.negativeAgainstNeutralAuc,
      formatCount(negativeAndNeutral(evaluation), 'image'),
    ],
    ['Calibration error', evaluation.expectedCalibrationError, n],
    ['Share left as "not sure"', evaluation.abstained, n],
    ['Accuracy when sure', evaluation.accuracyWhenSure, formatCount(imagesSure(evaluation), 'image')],
  ] as const;
  return (
    <TablesOf value={of}>
      <Stack gap="md">
        {!evaluation.subjectsKnown && (
          <Text fw={600}>
            Subjects are not known: a person may be in training and in the test, and it could not be seen.
          </Text>
        )}
        {evaluation.restrictedTo && evaluation.leftOut > 0 && (
          <Text>
            Counted are {evaluation.restrictedTo.join(', ')}; {formatCount(evaluation.leftOut, 'image')} of other
            emotions left out. Reading one of the others is an error.
          </Text>
        )}
        <Table>
          <Table.Caption>In brackets: 95 % interval, by bootstrap over subjects.</Table.Caption>
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
        <Title order={headingOrder}>Confusion</Title>
        <ConfusionMatrix evaluation={evaluation} />
        {evaluation.riskCoverage && (
          <>
            <Title order={headingOrder}>Calibration, and what "not sure" buys</Title>
            <EvaluationPlots evaluation={evaluation} />
          </>
        )}
        <Title order={headingOrder}>By emotion</Title>
        <PerClassTable perClass={evaluation.perClass} />
        {evaluation.byAgeBand.length > 0 && (
          <>
            <Title order={headingOrder}>By age</Title>
            <Text>{`Age is known of ${imagesOfKnownAge(evaluation)} of ${formatCount(evaluation.images, 'image')}.`}</Text>
            <AgeBandTable bands={evaluation.byAgeBand} />
          </>
        )}
      </Stack>
    </TablesOf>
  );
}

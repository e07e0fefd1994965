import { Stack, Text, Title } from '@mantine/core';
import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../contract/models.ts';
import { imagesOfKnownAge, imagesSure, negativeAndNeutral } from '../../core/evaluation/evaluation-table.ts';
import { type TrivialClassifier, trivialClassifiers } from '../../core/evaluation/trivial-classifiers.ts';
import { AgeBandTable } from './age-band-table.tsx';
import { CalibrationTable } from './calibration-table.tsx';
import { ConfusionMatrix } from './confusion-matrix.tsx';
import { DistressTable } from './distress/distress-table.tsx';
import { EvaluationPlots } from './evaluation-plots.tsx';
import { FigureTable } from './figure-table.tsx';
import { PerClassTable } from './per-class-table.tsx';
import { PicturesOfRun } from './pictures-of-run.ts';
import { useEvaluationN } from './use-evaluation-n.ts';
import { TablesOf } from './wide-table.tsx';
import { WorstMistakes } from './worst-mistakes.tsx';

interface EvaluationViewProps {
  readonly evaluation: Evaluation;
  /** What was evaluated, where a page shows several evaluations. */
  readonly of?: string;
  /** Level of the headings inside. */
  readonly headingOrder?: 3 | 4;
}

/** One model on one set of images: every figure with its interval and its n. */
export function EvaluationView({ evaluation, of = '', headingOrder = 3 }: EvaluationViewProps) {
  const { t } = useTranslation('evaluation');
  const runId = use(PicturesOfRun);
  const n = useEvaluationN()(evaluation);
  const trivial = trivialClassifiers(evaluation);
  const beside = (figure: Exclude<keyof TrivialClassifier, 'name'>) => trivial.map((each) => each[figure]);
  const besides = { figure: t(($) => $.figure), others: trivial.map(({ name }) => t(($) => $.trivial[name])) };
  const rows = [
    {
      words: t(($) => $.measure.balancedAccuracy),
      figure: evaluation.balancedAccuracy,
      n,
      beside: beside('balancedAccuracy'),
    },
    { words: t(($) => $.measure.accuracy), figure: evaluation.accuracy, n, beside: beside('accuracy') },
    { words: t(($) => $.measure.macroF1), figure: evaluation.macroF1, n, beside: beside('macroF1') },
    {
      words: t(($) => $.measure.auc),
      figure: evaluation.negativeAgainstNeutralAuc,
      n: t(($) => $.images, { count: negativeAndNeutral(evaluation) }),
      beside: beside('negativeAgainstNeutralAuc'),
    },
    { words: t(($) => $.measure.calibrationError), figure: evaluation.expectedCalibrationError, n },
    { words: t(($) => $.measure.abstained), figure: evaluation.abstained, n },
    {
      words: t(($) => $.measure.accuracyWhenSure),
      figure: evaluation.accuracyWhenSure,
      n: t(($) => $.images, { count: imagesSure(evaluation) }),
    },
  ];
  return (
    <TablesOf value={of}>
      <Stack gap="md">
        <FigureTable label={t(($) => $.figures)} caption={t(($) => $.bootstrap)} rows={rows} besides={besides} />
        <DistressTable evaluation={evaluation} headingOrder={headingOrder} />
        <Title order={headingOrder}>{t(($) => $.confusion)}</Title>
        <ConfusionMatrix evaluation={evaluation} />
        {evaluation.riskCoverage && (
          <>
            <Title order={headingOrder}>{t(($) => $.calibration)}</Title>
            <EvaluationPlots evaluation={evaluation} />
            <CalibrationTable calibrationBins={evaluation.calibrationBins} />
          </>
        )}
        {runId !== null && <WorstMistakes runId={runId} headingOrder={headingOrder} />}
        <Title order={headingOrder}>{t(($) => $.byEmotion)}</Title>
        <PerClassTable {...evaluation} />
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

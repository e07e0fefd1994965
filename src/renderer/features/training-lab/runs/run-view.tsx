import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogRecord, Run } from '../../../../contract/training.ts';
import { ComparisonView } from '../../../ui/comparison-view.tsx';
import { EvaluationCautions } from '../../../ui/evaluation-cautions.tsx';
import { EvaluationView } from '../../../ui/evaluation-view.tsx';
import { useFormat } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PageLink } from '../../../ui/page-link.tsx';
import { RunPictures } from '../../../ui/run-pictures.tsx';
import { Section } from '../../../ui/section.tsx';
import { useFailureWords } from '../../../ui/use-failure-words.ts';
import { useShows } from '../../../ui/use-shows.ts';
import { VerdictView } from '../../../ui/verdict-view.tsx';
import { LabNavigation } from '../lab-navigation.tsx';
import { ProposeSection } from './propose-section.tsx';
import { RunControls } from './run-controls.tsx';
import { RunProgress } from './run-progress.tsx';

interface RunViewProps {
  readonly run: Run;
  readonly log: readonly LogRecord[];
}

/** A run from its first step to its figures; what it came to stands first as soon as it is known. */
export function RunView({ run, log }: RunViewProps) {
  const shown = useShows();
  const { t } = useTranslation('training');
  const failureWords = useFailureWords();
  const format = useFormat();
  const datasets = run.datasetNames.join(', ');
  const progress = <RunProgress run={run} log={log} />;
  return (
    <>
      <PageHeader
        title={run.name}
        description={[
          run.startsFrom
            ? t(($) => $.run.goesOn, { datasets, model: run.startsFrom })
            : t(($) => $.run.anew, { datasets }),
          run.budgetMinutes !== null && t(($) => $.run.minutes, { length: format.length(60_000 * run.budgetMinutes) }),
        ]
          .filter(Boolean)
          .join(' ')}
        actions={<RunControls run={run} />}
      />
      <LabNavigation />
      {run.failure && (
        <Notice
          kind={run.state === 'failed' ? 'error' : 'warning'}
          title={run.state === 'no-better' ? t(($) => $.run.noBetter) : t(($) => $.run.whatHappened)}
        >
          {failureWords(run.failure)}
        </Notice>
      )}
      {!run.test && progress}
      {run.test && (
        <Section
          title={t(($) => $.run.result)}
          description={t(($) => $.run.resultHelp, { shows: shown(run.testedOn) })}
        >
          <VerdictView test={run.test} comparison={run.comparison} />
          <EvaluationCautions evaluation={run.test} />
          <Group gap="lg">
            <PageLink to={`/training/compare?runs=${run.id}`}>{t(($) => $.run.compare)}</PageLink>
            <PageLink to={`/training/map?run=${run.id}`}>{t(($) => $.run.map)}</PageLink>
          </Group>
        </Section>
      )}
      {run.state === 'finished' && <ProposeSection run={run} />}
      {run.test && (
        <Section title={t(($) => $.run.figures)}>
          <RunPictures runId={run.id}>
            <EvaluationView evaluation={run.test} />
          </RunPictures>
        </Section>
      )}
      {run.test && (
        <Section title={t(($) => $.run.comparison)}>
          {run.comparison ? (
            <ComparisonView comparison={run.comparison} />
          ) : (
            <Text>{t(($) => $.run.noComparison)}</Text>
          )}
        </Section>
      )}
      {run.test && progress}
    </>
  );
}

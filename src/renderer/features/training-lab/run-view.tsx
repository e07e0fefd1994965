import { Text } from '@mantine/core';
import type { LogRecord, Run } from '../../../contract/training.ts';
import { ComparisonView } from '../../ui/comparison-view.tsx';
import { EvaluationView } from '../../ui/evaluation-view.tsx';
import { formatCount } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { LEARNER_WORDS, REGIME_WORDS } from '../../ui/words.ts';
import { ProposeSection } from './propose-section.tsx';
import { RunControls } from './run-controls.tsx';
import { RunProgress } from './run-progress.tsx';

interface RunViewProps {
  readonly run: Run;
  readonly log: readonly LogRecord[];
}

/** A run from its first step to its figures. */
export function RunView({ run, log }: RunViewProps) {
  return (
    <>
      <PageHeader
        title={run.name}
        description={`${LEARNER_WORDS[run.learner]}, ${REGIME_WORDS[run.regime].toLowerCase()}, ${formatCount(run.epochs, 'epoch')}, seed ${run.seed}, engine ${run.engine}. Datasets: ${run.datasetNames.join(', ')}.`}
        actions={<RunControls run={run} />}
      />
      {run.message && (
        <Notice kind={run.state === 'failed' ? 'error' : 'warning'} title="What happened">
          {run.message}
        </Notice>
      )}
      <RunProgress run={run} log={log} />
      {run.test && (
        <Section
          title="Result"
          description={`On test children that were kept out of training. What the images show: ${run.testedOn}.`}
        >
          <EvaluationView evaluation={run.test} />
        </Section>
      )}
      {run.test && (
        <Section title="Against the model in use">
          {run.comparison ? (
            <ComparisonView comparison={run.comparison} />
          ) : (
            <Text>There is no comparison with a model in use.</Text>
          )}
        </Section>
      )}
      {run.state === 'finished' && <ProposeSection run={run} />}
    </>
  );
}

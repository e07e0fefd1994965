import { Group, List, Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LogRecord, Run } from '../../../../contract/training.ts';
import { useFormat } from '../../../ui/format.ts';
import { Section } from '../../../ui/section.tsx';
import { LossChart } from './loss-chart.tsx';
import { engineChoice, progressOf, stageNow } from './run-log.ts';
import { RunLog } from './run-log-list.tsx';
import { useLogWords, useStageWords } from './use-log-words.ts';
import { useRunWords, useStateWords } from './use-run-words.ts';
import { ValChart } from './val-chart.tsx';

interface RunProgressProps {
  readonly run: Run;
  readonly log: readonly LogRecord[];
}

/** Where a run stands: stage, step, time left, loss, warnings. */
export function RunProgress({ run, log }: RunProgressProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const progress = progressOf(log);
  const warnings = log.filter((record) => record.kind === 'warning');
  const engine = engineChoice(log);
  const stage = stageNow(log);
  const words = useLogWords();
  const stageWords = useStageWords();
  const stateWords = useStateWords();
  const runWords = useRunWords();
  const running = run.state === 'running';
  return (
    <Section title={t(($) => $.progress.title)}>
      <Group justify="space-between">
        <Text role="status" fw={600}>
          {running ? (stage ? words(stage) : t(($) => $.progress.starting)) : stateWords(run)}
        </Text>
        {running && progress?.leftMs != null && (
          <Text>
            {t(($) => $.progress.left, { length: format.length(progress.leftMs) })}
            {progress.imagesPerSecond
              ? ` · ${t(($) => $.progress.speed, { count: Math.round(progress.imagesPerSecond) })}`
              : ''}
          </Text>
        )}
      </Group>
      {progress && running && (
        <Progress
          value={(progress.step / progress.steps) * 100}
          size="lg"
          aria-label={t(($) => $.progress.step, { step: progress.step, steps: progress.steps })}
        />
      )}
      {progress && (
        <Text c="dimmed">
          {t(($) => $.progress.where, {
            epoch: progress.epoch,
            step: progress.step,
            steps: progress.steps,
            stage: stageWords(progress.stage),
            loss: format.thousandths(progress.loss),
          })}
        </Text>
      )}
      <ValChart log={log} />
      {progress ? <LossChart log={log} /> : running && <Text c="dimmed">{t(($) => $.progress.noCurve)}</Text>}
      {warnings.length > 0 && (
        <List>
          {warnings.map((record) => (
            <List.Item key={`${record.atMs} ${record.message}`}>{words(record)}</List.Item>
          ))}
        </List>
      )}
      <RunLog log={log}>
        <Text size="sm">{t(($) => $.progress.how, { how: runWords(run), seed: run.seed })}</Text>
        {engine && <Text size="sm">{t(($) => $.progress.engine, { engine: words(engine) })}</Text>}
      </RunLog>
    </Section>
  );
}

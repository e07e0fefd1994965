import { Group, List, Progress, Text } from '@mantine/core';
import type { LogRecord, Run } from '../../../contract/training.ts';
import { formatLength } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { LossChart } from './loss-chart.tsx';
import { engineReason, progressOf, stageMessage } from './run-log.ts';
import { RUN_STATE_WORDS } from './run-words.ts';

interface RunProgressProps {
  readonly run: Run;
  readonly log: readonly LogRecord[];
}

/** Where a run stands: stage, step, time left, loss, warnings. */
export function RunProgress({ run, log }: RunProgressProps) {
  const progress = progressOf(log);
  const warnings = log.filter((record) => record.kind === 'warning');
  const engine = engineReason(log);
  const running = run.state === 'running';
  return (
    <Section title="Progress">
      <Group justify="space-between">
        <Text role="status" fw={600}>
          {running ? (stageMessage(log) ?? 'Starting…') : RUN_STATE_WORDS[run.state]}
        </Text>
        {running && progress?.leftMs != null && <Text>About {formatLength(progress.leftMs)} left</Text>}
      </Group>
      {progress && running && (
        <Progress
          value={(progress.step / progress.steps) * 100}
          size="lg"
          aria-label={`Step ${progress.step} of ${progress.steps} of this stage`}
        />
      )}
      {progress && (
        <Text c="dimmed">
          {`Epoch ${progress.epoch}, step ${progress.step} of ${progress.steps} (${progress.stage}), loss ${progress.loss.toFixed(3)}`}
        </Text>
      )}
      {engine && <Text c="dimmed">{`Engine: ${engine}`}</Text>}
      {progress ? <LossChart log={log} /> : <Text c="dimmed">The curve begins with the first step.</Text>}
      {warnings.length > 0 && (
        <List>
          {warnings.map((record) => (
            <List.Item key={`${record.atMs} ${record.message}`}>{record.message}</List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

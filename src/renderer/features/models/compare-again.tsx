import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ApprovalCondition, Model } from '../../../contract/models.ts';
import { useAction, useCall } from '../../client/use-call.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useFailureWords } from '../../ui/use-failure-words.ts';

interface CompareAgainProps {
  readonly model: Pick<Model, 'id' | 'origin' | 'runId'>;
  readonly conditions: readonly ApprovalCondition[];
}

/** One click compares a candidate with the model in use now, where its comparison is with another; how far that is. */
export function CompareAgain({ model: { id: modelId, origin, runId }, conditions }: CompareAgainProps) {
  const { t } = useTranslation('models');
  const words = useFailureWords();
  const { data: comparisons = [] } = useCall('comparisons.list', {});
  const start = useAction('comparisons.start');
  const stop = useAction('comparisons.stop');
  const run = comparisons.find((each) => each.modelId === modelId);
  const isAsked = conditions.some(({ name, unmet }) => name === 'compared' && unmet !== null);
  const error = start.error ?? stop.error;
  if (!isAsked && !run) return null;
  return (
    <Stack gap="xs" mt="sm">
      {run?.state === 'failed' && run.failure && (
        <Notice kind="error" title={t(($) => $.again.failed)}>
          {words(run.failure)}
        </Notice>
      )}
      {run?.state === 'running' ? (
        <>
          <Text role="status">
            {run.total === null
              ? t(($) => $.again.beginning, { reference: run.referenceId })
              : t(($) => $.again.progress, { reference: run.referenceId, done: run.done, total: run.total })}
          </Text>
          <Progress value={run.total ? (100 * run.done) / run.total : 0} aria-label={t(($) => $.again.bar)} size="lg" />
          <Group>
            <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate({ modelId })}>
              {t(($) => $.again.stop)}
            </Button>
          </Group>
        </>
      ) : (
        isAsked && (
          <>
            <Group>
              <Button variant="default" loading={start.isPending} onClick={() => start.mutate({ modelId })}>
                {t(($) => $.again.compare)}
              </Button>
            </Group>
            <Text size="sm" c="dimmed">
              {t(($) => (runId === null && origin !== 'trained-here' ? $.again.helpElsewhere : $.again.help))}
            </Text>
          </>
        )
      )}
      {error && <ErrorNotice error={error} title={t(($) => $.again.notStarted)} />}
    </Stack>
  );
}

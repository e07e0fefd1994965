import { Button, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudyQuestion } from '../../../../contract/study.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import type { KnownCost } from './use-study-cost.ts';

interface StudyCostNoticeProps {
  readonly question: StudyQuestion;
  readonly cost: KnownCost;
}

/** What a study takes, before it starts; and the measurement that says it. */
export function StudyCostNotice({ question: { encoder, learners }, cost }: StudyCostNoticeProps) {
  const { t } = useTranslation('study');
  const measure = useAction('studies.measureSpeed');
  return (
    <Stack gap="xs" role="group" aria-label={t(($) => $.cost.title)}>
      <Text fw={600}>{t(($) => $.cost.title)}</Text>
      <Text role="status">{measure.isPending ? t(($) => $.cost.measuring) : <CostText cost={cost} />}</Text>
      {cost.kind !== 'incomplete' && (
        <Group>
          <Button
            variant={cost.kind === 'unknown' ? 'filled' : 'default'}
            size="compact-md"
            loading={measure.isPending}
            onClick={() => measure.mutate({ encoder, learners })}
          >
            {t(($) => $.cost.measure)}
          </Button>
        </Group>
      )}
      {measure.error && <ErrorNotice error={measure.error} title={t(($) => $.cost.failed)} />}
    </Stack>
  );
}

function CostText({ cost }: Pick<StudyCostNoticeProps, 'cost'>) {
  const { t } = useTranslation('study');
  const format = useFormat();
  if (cost.kind === 'incomplete') return t(($) => $.cost.incomplete);
  if (cost.kind === 'unknown') return t(($) => $.cost.unknown);
  const { cells, usualMs, lowMs, highMs } = cost.cost;
  return t(($) => $.cost.estimate, {
    cells: t(($) => $.cost.cells, { count: cells }),
    usual: format.length(usualMs),
    low: format.length(lowMs),
    high: format.length(highMs),
    measured: format.dateTime(cost.measuredAtIso),
    engine: cost.engine,
  });
}

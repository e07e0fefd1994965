import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dataset } from '../../../../contract/datasets.ts';
import { describeProblem } from '../../../../core/dataset/dataset.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useConfirmedAction } from '../../../ui/use-confirmed-action.ts';
import { DatasetCounts } from './dataset-counts.tsx';
import { FindingsPanel } from './findings/findings-panel.tsx';
import { IndexingView } from './indexing-view.tsx';
import { StateButton } from './statement/state-button.tsx';

/** What is in a dataset and what was left out of it. */
export function DatasetPanel({ dataset }: { readonly dataset: Dataset }) {
  const { t } = useTranslation('datasets');
  const { t: common } = useTranslation('common');
  const removal = useConfirmedAction('datasets.remove', ({ id }: Dataset) => ({ datasetId: id }));
  const isComplete = dataset.indexing?.state !== 'uploading';
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {dataset.name}
          </Title>
          {isComplete && <DatasetCounts dataset={dataset} />}
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {dataset.dir ?? t(($) => (dataset.isSealed ? $.sealed : $.kept))}
          </Text>
        </Stack>
        <Group gap="xs" flex="none">
          {dataset.indexing && isComplete && <StateButton dataset={dataset} />}
          <Button
            variant="default"
            flex="none"
            aria-label={t(($) => $.remove, { name: dataset.name })}
            onClick={() => removal.ask(dataset)}
          >
            {common(($) => $.action.remove)}
          </Button>
        </Group>
      </Group>
      <IndexingView dataset={dataset} />
      <FindingsPanel dataset={dataset} />
      {dataset.problemCount > 0 && <Problems dataset={dataset} />}
      <ConfirmDialog
        {...removal.dialog}
        title={t(($) => $.remove, { name: dataset.name })}
        confirm={t(($) => $.removeConfirm)}
      >
        <Text>{t(($) => $.removeHelp)}</Text>
      </ConfirmDialog>
    </Paper>
  );
}

/** The rows that were left out, each with its reason. */
function Problems({ dataset }: { readonly dataset: Dataset }) {
  const { t, i18n } = useTranslation('datasets');
  return (
    <details style={{ marginTop: 8 }}>
      <summary>{t(($) => $.leftOut, { count: dataset.problemCount })}</summary>
      <List size="sm" mt="xs">
        {dataset.problems.map((problem) => (
          <List.Item key={JSON.stringify(problem)} style={{ overflowWrap: 'anywhere' }}>
            {typeof problem === 'string' ? problem : describeProblem(problem, i18n)}
          </List.Item>
        ))}
      </List>
      {dataset.problemCount > dataset.problems.length && (
        <Text size="sm">{t(($) => $.more, { count: dataset.problemCount - dataset.problems.length })}</Text>
      )}
    </details>
  );
}

import { Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import type { Dataset } from '../../../contract/training.ts';
import { EMOTIONS } from '../../../core/emotion/emotion.ts';
import { useAction } from '../../client/use-call.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { emotionStyle } from '../../ui/emotion-style.ts';
import { formatCount } from '../../ui/format.ts';

/** What is in a dataset and what was left out of it. */
export function DatasetPanel({ dataset }: { readonly dataset: Dataset }) {
  const [asking, setAsking] = useState(false);
  const remove = useAction('datasets.remove', { onDone: () => setAsking(false) });
  const byEmotion = EMOTIONS.map(
    (emotion) => `${emotionStyle(emotion).label} ${(dataset.imagesByEmotion[emotion] ?? 0).toLocaleString('en-GB')}`,
  );
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={4} miw={0}>
          <Title order={3} size="h4" style={{ overflowWrap: 'anywhere' }}>
            {dataset.name}
          </Title>
          <Text>
            {formatCount(dataset.images, 'image')}: {formatCount(dataset.children, 'child', 'children')},{' '}
            {formatCount(dataset.adults, 'adult')}
          </Text>
          <Text size="sm">{byEmotion.join(' · ')}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {dataset.dir}
          </Text>
          {!dataset.subjectsKnown && (
            <Text size="sm" fw={600}>
              Without subjects: whether a person is in training and in the test cannot be seen.
            </Text>
          )}
        </Stack>
        <Button variant="default" flex="none" aria-label={`Remove ${dataset.name}`} onClick={() => setAsking(true)}>
          Remove
        </Button>
      </Group>
      {dataset.problemCount > 0 && <Problems dataset={dataset} />}
      <ConfirmDialog
        opened={asking}
        title={`Remove ${dataset.name}`}
        confirm="Remove from the list"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ datasetId: dataset.id })}
        onClose={() => setAsking(false)}
      >
        <Text>The dataset leaves this list. Its pictures stay where they are.</Text>
      </ConfirmDialog>
    </Paper>
  );
}

/** The rows that were left out, each with its reason. */
function Problems({ dataset }: { readonly dataset: Dataset }) {
  return (
    <details style={{ marginTop: 8 }}>
      <summary>{formatCount(dataset.problemCount, 'row')} left out</summary>
      <List size="sm" mt="xs">
        {dataset.problems.map((problem) => (
          <List.Item key={problem} style={{ overflowWrap: 'anywhere' }}>
            {problem}
          </List.Item>
        ))}
      </List>
      {dataset.problemCount > dataset.problems.length && (
        <Text size="sm">and {formatCount(dataset.problemCount - dataset.problems.length, 'more row')}</Text>
      )}
    </details>
  );
}

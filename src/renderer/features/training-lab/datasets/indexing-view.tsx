import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dataset, Indexing } from '../../../../contract/datasets.ts';
import { listen } from '../../../client/client.ts';
import { useAction } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';
import { useFormat } from '../../../ui/format.ts';
import { useFailureWords } from '../../../ui/use-failure-words.ts';

/** How far the images of a dataset have been opened, and the way to stop that or to go on. */
export function IndexingView({ dataset }: { readonly dataset: Dataset }) {
  const indexing = useIndexing(dataset);
  return indexing && <IndexingLines dataset={dataset} indexing={indexing} />;
}

interface IndexingLinesProps {
  readonly dataset: Dataset;
  readonly indexing: Indexing;
}

function IndexingLines({ dataset, indexing }: IndexingLinesProps) {
  const { t } = useTranslation('datasets');
  const format = useFormat();
  const failureWords = useFailureWords();
  const input = { datasetId: dataset.id };
  const stop = useAction('datasets.stopIndexing');
  const goOn = useAction('datasets.goOnIndexing');
  const { state, images, waiting, faces, noFace, broken, secondsLeft, failure } = indexing;
  const opened = images - waiting;
  const isOver = state === 'done';
  const canGoOn = state === 'stopped' || state === 'failed';
  const error = stop.error ?? goOn.error;
  return (
    <Stack gap={4} mt="sm">
      <Group justify="space-between">
        <Text size="sm" role="status">
          {isOver ? t(($) => $.indexing.found, { faces: format.number(faces) }) : t(($) => $.indexing.state[state])}
          {!isOver && images > 0 && ` ${t(($) => $.indexing.opened, { opened, images })}`}
          {secondsLeft !== null &&
            !isOver &&
            ` ${t(($) => $.indexing.left, { length: format.length(1000 * secondsLeft) })}`}
        </Text>
        {!isOver && state !== 'uploading' && (
          <Button
            variant="default"
            size="compact-md"
            loading={stop.isPending || goOn.isPending}
            onClick={() => (canGoOn ? goOn : stop).mutate(input)}
            aria-label={t(($) => (canGoOn ? $.indexing.goOnWith : $.indexing.stopWith), { name: dataset.name })}
          >
            {t(($) => (canGoOn ? $.indexing.goOn : $.indexing.stop))}
          </Button>
        )}
      </Group>
      {!isOver && images > 0 && (
        <Progress
          value={(100 * opened) / images}
          aria-label={t(($) => $.indexing.opened, { opened, images })}
          animated={state === 'opening'}
        />
      )}
      {noFace + broken > 0 && (
        <Text size="sm">
          {[
            ...(noFace > 0 ? [t(($) => $.indexing.noFace, { count: noFace })] : []),
            ...(broken > 0 ? [t(($) => $.indexing.broken, { count: broken })] : []),
          ].join(' · ')}
        </Text>
      )}
      {failure && (
        <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
          {failureWords(failure)}
        </Text>
      )}
      {error && <ErrorNotice error={error} title={t(($) => $.indexing.notChanged)} />}
    </Stack>
  );
}

/** As the list had it, or as it was told since. */
function useIndexing({ id, indexing }: Dataset): Indexing | null {
  const [told, setTold] = useState<{ readonly instead: Indexing | null; readonly indexing: Indexing } | null>(null);
  useEffect(
    () =>
      listen('datasets.indexing', ({ datasetId, indexing: now }) => {
        if (datasetId === id) setTold({ instead: indexing, indexing: now });
      }),
    [id, indexing],
  );
  return told?.instead === indexing ? told.indexing : indexing;
}

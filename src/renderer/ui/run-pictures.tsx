import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunImages } from '../../contract/results.ts';
import { useAction, useCall } from '../client/use-call.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Notice } from './notice.tsx';
import { PicturesOfRun } from './pictures-of-run.ts';
import { useFailureWords } from './use-failure-words.ts';

interface RunPicturesProps {
  readonly runId: string;
  readonly children: ReactNode;
  /** Says that counts open pictures: where there are counts. */
  readonly hasCounts?: boolean;
}

/** Lets the figures inside open the pictures behind them; says so where those are not known, and offers to read them. */
export function RunPictures({ runId, children, hasCounts = true }: RunPicturesProps) {
  const images = useCall('results.images', { runId });
  const isKnown = images.data !== undefined && images.data.known.test > 0;
  return (
    <PicturesOfRun value={isKnown ? runId : null}>
      {images.data && (!isKnown || hasCounts) && <PicturesNote runId={runId} images={images.data} />}
      {children}
    </PicturesOfRun>
  );
}

function PicturesNote({ runId, images }: { readonly runId: string; readonly images: RunImages }) {
  const { t } = useTranslation('results');
  const words = useFailureWords();
  const read = useAction('results.readImages');
  const { known, isReading, canRead, failure } = images;
  if (isReading) return <Text role="status">{t(($) => $.pictures.reading)}</Text>;
  if (known.test > 0) return <Text size="sm">{t(($) => $.pictures.known)}</Text>;
  return (
    <>
      {failure ? (
        <Notice kind="warning" title={t(($) => $.pictures.notRead)}>
          {words(failure)}
        </Notice>
      ) : (
        <Text>{t(($) => $.pictures.none)}</Text>
      )}
      {canRead && (
        <Group>
          <Button variant="default" loading={read.isPending} onClick={() => read.mutate({ runId })}>
            {t(($) => $.pictures.read)}
          </Button>
        </Group>
      )}
      {read.error && <ErrorNotice error={read.error} title={t(($) => $.pictures.notRead)} />}
    </>
  );
}

import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../contract/contract.ts';
import type { Regime } from '../../../../contract/training.ts';
import { CROP_PX } from '../../../../core/capture/align-face.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

interface BatchPictureProps {
  readonly datasetIds: readonly string[];
  readonly regime: Regime;
  readonly seed: number | string;
}

const SHOWN_PX = 60;

/** What a step learns from: children of the chosen datasets, and adults beside them as their further views. */
export function BatchPicture({ datasetIds, regime, seed }: BatchPictureProps) {
  const { t } = useTranslation('training');
  const [isShown, setShown] = useState(false);
  if (datasetIds.length === 0) return null;
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(($) => $.newRun.batchShow)}
        </Button>
      </Group>
      {isShown && <Batch datasetIds={datasetIds} regime={regime} seed={seed} />}
    </Stack>
  );
}

function Batch({ datasetIds, regime, seed }: BatchPictureProps) {
  const { t } = useTranslation('training');
  const { t: common } = useTranslation('common');
  const batch = useCall('runs.batch', { datasetIds: [...datasetIds], regime, seed: Number(seed) || 0 });
  if (batch.error) return <ErrorNotice error={batch.error} title={t(($) => $.newRun.batch)} />;
  if (!batch.data) return null;
  if (batch.data.length === 0) return <Text c="dimmed">{t(($) => $.newRun.batchNone)}</Text>;
  return (
    <section aria-label={t(($) => $.newRun.batch)}>
      <Text size="sm" c="dimmed" mb="xs">
        {t(($) => $.newRun.batchHelp)}
      </Text>
      <Group gap="lg">
        {batch.data.map(({ emotion, faces }) => (
          <figure key={faces.map(({ key }) => key).join(' ')} style={{ margin: 0 }}>
            <Group gap={4}>
              {faces.map((face) => (
                <Face key={face.view} face={face} />
              ))}
            </Group>
            <figcaption>{common(($) => $.emotion[emotion])}</figcaption>
          </figure>
        ))}
      </Group>
    </section>
  );
}

type BatchFace = Output<'runs.batch'>[number]['faces'][number];

function Face({ face: { grey, group } }: { readonly face: BatchFace }) {
  const { t } = useTranslation('training');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(CROP_PX, CROP_PX);
    for (const [i, level] of grey.entries()) image.data.set([level, level, level, 255], 4 * i);
    context.putImageData(image, 0, 0);
  }, [grey]);
  return (
    <Stack gap={0} align="center">
      <canvas
        ref={canvas}
        width={CROP_PX}
        height={CROP_PX}
        role="img"
        aria-label={t(($) => $.newRun[group])}
        style={{ width: SHOWN_PX, height: SHOWN_PX, borderRadius: 6 }}
      />
      <Text size="xs" aria-hidden>
        {t(($) => $.newRun[group])}
      </Text>
    </Stack>
  );
}

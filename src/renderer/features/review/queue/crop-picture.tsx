import { Box, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CROP_SIDE_PX } from '../../../../contract/sessions.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

const SHOWN_PX = 300;

interface CropPictureProps {
  readonly sessionId: string;
  readonly atMs: number;
  readonly hasCrop: boolean;
}

/** The kept picture of a moment, or words that there is none. */
export function CropPicture({ sessionId, atMs, hasCrop }: CropPictureProps) {
  const { t } = useTranslation('review');
  const crop = useCall('sessions.crop', { sessionId, atMs }, { enabled: hasCrop });
  if (crop.error) return <ErrorNotice error={crop.error} title={t(($) => $.queue.noPicture)} />;
  if (hasCrop && crop.data === undefined) return <Empty words={t(($) => $.queue.readingPicture)} />;
  return crop.data ? <Face grey={crop.data.grey} /> : <Empty words={t(($) => $.queue.noPicture)} />;
}

function Empty({ words }: { readonly words: string }) {
  return (
    <Box
      w={SHOWN_PX}
      h={SHOWN_PX}
      p="md"
      bg="gray.1"
      style={{ display: 'grid', placeItems: 'center', borderRadius: 8 }}
    >
      <Text ta="center">{words}</Text>
    </Box>
  );
}

/** @param grey Row-major, CROP_SIDE_PX squared. */
function Face({ grey }: { readonly grey: Uint8Array }) {
  const { t } = useTranslation('review');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(CROP_SIDE_PX, CROP_SIDE_PX);
    for (const [i, level] of grey.entries()) image.data.set([level, level, level, 255], 4 * i);
    context.putImageData(image, 0, 0);
  }, [grey]);
  return (
    <canvas
      ref={canvas}
      width={CROP_SIDE_PX}
      height={CROP_SIDE_PX}
      role="img"
      aria-label={t(($) => $.queue.picture)}
      style={{ width: SHOWN_PX, height: SHOWN_PX, borderRadius: 8 }}
    />
  );
}

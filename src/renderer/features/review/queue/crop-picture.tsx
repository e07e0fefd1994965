import { Box, Text, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CROP_SIDE_PX } from '../../../../contract/sessions.ts';
import { useCall } from '../../../client/use-call.ts';
import { ErrorNotice } from '../../../ui/error-notice.tsx';

/** Of a picture that is to be judged. */
const SHOWN_PX = 300;

interface CropPictureProps {
  readonly sessionId: string;
  readonly atMs: number;
  /** How large it is shown. */
  readonly sidePx?: number;
}

/** The kept picture of a moment, or words that there is none: it may have been deleted meanwhile. */
export function CropPicture({ sessionId, atMs, sidePx = SHOWN_PX }: CropPictureProps) {
  const { t } = useTranslation('review');
  const crop = useCall('sessions.crop', { sessionId, atMs });
  if (crop.error) return <ErrorNotice error={crop.error} title={t(($) => $.queue.noPicture)} />;
  if (crop.data === undefined) return <Empty words={t(($) => $.queue.readingPicture)} sidePx={sidePx} />;
  if (crop.data === null) return <Empty words={t(($) => $.queue.noPicture)} sidePx={sidePx} />;
  return <FacePicture grey={crop.data.grey} sidePx={sidePx} label={t(($) => $.queue.picture)} />;
}

/** Words where a small picture would be have no room: they are for those who hear the page. */
function Empty({ words, sidePx }: { readonly words: string; readonly sidePx: number }) {
  return (
    <Box
      w={sidePx}
      h={sidePx}
      p={sidePx < SHOWN_PX ? 0 : 'md'}
      title={words}
      bg="gray.1"
      style={{ display: 'grid', placeItems: 'center', borderRadius: 8 }}
    >
      {sidePx < SHOWN_PX ? <VisuallyHidden>{words}</VisuallyHidden> : <Text ta="center">{words}</Text>}
    </Box>
  );
}

interface FacePictureProps {
  /** Row-major, CROP_SIDE_PX squared. */
  readonly grey: Uint8Array;
  readonly sidePx: number;
  /** What it is of, for those who hear the page. */
  readonly label: string;
}

/** A kept picture, drawn as it is. */
export function FacePicture({ grey, sidePx, label }: FacePictureProps) {
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
      aria-label={label}
      style={{ width: sidePx, height: sidePx, borderRadius: 8, flex: 'none' }}
    />
  );
}

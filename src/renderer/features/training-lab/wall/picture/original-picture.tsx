import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../../contract/contract.ts';
import { ErrorText } from '../../../../ui/error-text.tsx';
import { Loaded } from '../../../../ui/loaded.tsx';
import { useOriginal } from './use-original.ts';

interface OriginalPictureProps {
  readonly imageKey: number;
  /** False while somebody hurries past. */
  readonly isWanted: boolean;
}

/** The picture as it lies in its folder, as wide as its place. */
export function OriginalPicture({ imageKey, isWanted }: OriginalPictureProps) {
  const { t } = useTranslation('wall');
  const original = useOriginal(imageKey, { enabled: isWanted });
  if (original.error) {
    return (
      <Text size="sm">
        <ErrorText error={original.error} />
      </Text>
    );
  }
  return (
    <Loaded query={original} what={t(($) => $.image.readingOriginal)}>
      {(picture) => <Picture picture={picture} />}
    </Loaded>
  );
}

function Picture({ picture }: { readonly picture: Output<'wall.original'> }) {
  const { t } = useTranslation('wall');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { widthPx, heightPx, mediaType, bytes } = picture;
  useEffect(() => {
    let isGone = false;
    void createImageBitmap(new Blob([bytes], { type: mediaType })).then((bitmap) => {
      if (!isGone) canvas.current?.getContext('2d')?.drawImage(bitmap, 0, 0);
      bitmap.close();
    });
    return () => {
      isGone = true;
    };
  }, [bytes, mediaType]);
  return (
    <canvas
      ref={canvas}
      width={widthPx}
      height={heightPx}
      role="img"
      aria-label={t(($) => $.image.original)}
      style={{ maxWidth: '100%', maxHeight: '70vh', borderRadius: 8 }}
    />
  );
}

import { ActionIcon } from '@mantine/core';
import IconFlipHorizontal from '@tabler/icons-react/icons/IconFlipHorizontal';
import { useTranslation } from 'react-i18next';
import type { Facing } from '../vision/open-camera.ts';
import { useMirrored } from './mirrored.ts';

/** Shows the picture as in a mirror, or as the camera sees it. */
export function MirrorButton({ facing }: { readonly facing: Facing }) {
  const { t } = useTranslation('live');
  const [isMirrored, setMirrored] = useMirrored(facing);
  const label = t(($) => $.camera.mirror);
  return (
    <ActionIcon
      variant={isMirrored ? 'filled' : 'default'}
      size="lg"
      aria-label={label}
      title={label}
      aria-pressed={isMirrored}
      onClick={() => setMirrored(!isMirrored)}
    >
      <IconFlipHorizontal aria-hidden />
    </ActionIcon>
  );
}

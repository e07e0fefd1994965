import { useLocalStorage } from '@mantine/hooks';
import type { Facing } from '../vision/open-camera.ts';

/** Where the choice is kept: per machine, as its camera's place is. */
const KEPT_AS = 'faceward.mirrored';

/**
 * Whether the picture is shown as in a mirror, in which whoever sits before it finds left and right. The picture alone: what
 * is read, stored and exported stays in the camera's pixels.
 *
 * @param facing Of the camera: one that looks away from whoever holds it has a choice of its own.
 */
export function useMirrored(facing: Facing): [isMirrored: boolean, setMirrored: (isMirrored: boolean) => void] {
  const [isMirrored, setMirrored] = useLocalStorage({
    key: facing === 'environment' ? `${KEPT_AS}.away` : KEPT_AS,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [isMirrored, setMirrored];
}

import { useLocalStorage } from '@mantine/hooks';

/** Where the choice is kept: per machine, as its camera's place is. */
const KEPT_AS = 'faceward.mirrored';

/**
 * Whether the picture is shown as in a mirror, in which whoever sits before it finds left and right. The picture alone: what
 * is read, stored and exported stays in the camera's pixels.
 */
export function useMirrored(): [isMirrored: boolean, setMirrored: (isMirrored: boolean) => void] {
  const [isMirrored, setMirrored] = useLocalStorage({
    key: KEPT_AS,
    defaultValue: false,
    getInitialValueInEffect: false,
  });
  return [isMirrored, setMirrored];
}

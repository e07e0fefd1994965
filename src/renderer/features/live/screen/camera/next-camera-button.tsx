import { ActionIcon } from '@mantine/core';
import IconCameraRotate from '@tabler/icons-react/icons/IconCameraRotate';
import { useTranslation } from 'react-i18next';
import { changeCamera } from '../../session/current-session.ts';
import type { LiveSession } from '../../session/live-session.ts';
import type { LiveState } from '../../session/live-state.ts';
import { nextCamera } from '../../vision/list-cameras.ts';
import { useCameras } from './use-cameras.ts';

interface NextCameraButtonProps {
  readonly session: LiveSession;
  readonly state: LiveState;
}

/** Reads the next camera from now on, round and round; not there where there is one alone. */
export function NextCameraButton({ session, state }: NextCameraButtonProps) {
  const { t } = useTranslation('live');
  const cameras = useCameras();
  const { choice } = session.cameras;
  if (choice.kind !== 'webcam' || cameras.length < 2) return null;
  const label = t(($) => $.start.nextCamera);
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      title={label}
      loading={state.isChangingCamera}
      onClick={() => void changeCamera(session, nextCamera(cameras, choice.deviceId))}
    >
      <IconCameraRotate aria-hidden />
    </ActionIcon>
  );
}

import { Box, Group, Text } from '@mantine/core';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { MirrorButton } from '../picture/mirror-button.tsx';
import { PictureCanvas } from '../picture/picture-canvas.tsx';
import { openCamera } from '../vision/open-camera.ts';
import { sharedNowMs } from '../vision/shared-now-ms.ts';
import { startVision } from '../vision/vision.ts';
import { CameraPreview } from './camera-preview.ts';

/** A webcam's picture before the session, and the one thing to improve. */
export function CameraCoach({ deviceId }: { readonly deviceId: string }) {
  const [preview, setPreview] = useState<CameraPreview | null>(null);
  useEffect(() => {
    const opened = new CameraPreview({ openCamera, startVision, nowMs: sharedNowMs });
    setPreview(opened);
    void opened.start({ kind: 'webcam', deviceId });
    const close = () => opened.close();
    // A window that is gone keeps the frames that it was lent.
    window.addEventListener('pagehide', close);
    return () => {
      window.removeEventListener('pagehide', close);
      close();
    };
  }, [deviceId]);
  return preview && <Preview preview={preview} />;
}

function Preview({ preview }: { readonly preview: CameraPreview }) {
  const { t } = useTranslation('live');
  const canvas = useRef<HTMLCanvasElement>(null);
  const { instruction, problem, facing } = useSyncExternalStore(preview.state.subscribe, preview.state.snapshot);
  const text = () => {
    if (problem) return t(($) => $.problem[problem]);
    return instruction ? t(($) => $.coach[instruction]) : t(($) => $.coach.opening);
  };
  return (
    <Box>
      <Box
        role="img"
        aria-label={t(($) => $.coach.preview)}
        style={{ background: '#101418', borderRadius: 8, overflow: 'hidden' }}
      >
        <PictureCanvas source={preview} canvas={canvas} isPreview facing={facing} height="clamp(200px, 40vh, 420px)" />
      </Box>
      <Text fz="1.75rem" fw={700} ta="center" mt="xs" role="status" data-testid="coach">
        {text()}
      </Text>
      <Group justify="center" gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed" ta="center">
          {t(($) => $.coach.preview)}
        </Text>
        <MirrorButton facing={facing} />
      </Group>
    </Box>
  );
}

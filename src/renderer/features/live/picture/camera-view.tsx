import { UnstyledButton } from '@mantine/core';
import { type MouseEvent, memo, useRef } from 'react';
import type { Tap } from '../vision/enrolment-by.ts';
import type { Facing } from '../vision/open-camera.ts';
import type { Picture } from '../vision/picture.ts';
import { useMirrored } from './mirrored.ts';
import { PictureCanvas } from './picture-canvas.tsx';
import { PictureNotice } from './picture-notice.tsx';
import { tapIn } from './tap-in.ts';

interface CameraViewProps {
  /** A live session, or a recording that is read into one. */
  readonly session: { readonly picture: Picture | null; enrol(tap: Tap | null): void };
  /** What the picture is and how the child is pointed out in it, for those who do not see it. */
  readonly label: string;
  /** Shown under the picture: what to do, or why there is no picture. */
  readonly notice: string | null;
  /** Of the camera, where it is known. */
  readonly facing?: Facing;
  /** CSS height, from which it grows where there is room; by default what a form leaves of the window. */
  readonly height?: string;
}

/** The frame that was read last. A tap on a face, or Enter when there is just one, says "this is the child". */
export const CameraView = memo(function CameraView({
  session,
  label,
  notice,
  facing = null,
  height = 'clamp(220px, calc(100vh - 480px), 720px)',
}: CameraViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isMirrored] = useMirrored(facing);
  const choose = (event: MouseEvent) => {
    if (event.detail === 0 || !canvas.current) session.enrol(null);
    else {
      const { width, height } = canvas.current;
      session.enrol(tapIn({ bounds: canvas.current.getBoundingClientRect(), width, height, isMirrored }, event));
    }
  };
  return (
    <UnstyledButton
      onClick={choose}
      aria-label={label}
      style={{
        display: 'flex',
        flexDirection: 'column',
        flexGrow: 1,
        width: '100%',
        height,
        minHeight: 0,
        background: '#101418',
        borderRadius: 8,
        overflow: 'hidden',
      }}
    >
      <PictureCanvas source={session} canvas={canvas} facing={facing} height="0" />
      {notice && <PictureNotice>{notice}</PictureNotice>}
    </UnstyledButton>
  );
});

import { Box, Text, UnstyledButton } from '@mantine/core';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { LiveSession, Picture } from '../live-session.ts';
import { drawPicture } from './draw-picture.ts';

interface CameraViewProps {
  /** A live session, or a film that is read into one. */
  readonly session: Pick<LiveSession, 'picture' | 'enrol'>;
  /** What the picture is and how the child is pointed out in it, for those who do not see it. */
  readonly label: string;
  /** What stands over the picture: what to do, or why there is none. */
  readonly notice: string | null;
}

/** The frame that was read last. A tap on a face, or Enter when there is just one, says "this is the child". */
export const CameraView = memo(function CameraView({ session, label, notice }: CameraViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);

  // The page's one owner of the animation frame.
  useEffect(() => {
    let drawn: Picture | null = null;
    let request = 0;
    const draw = () => {
      const { picture } = session;
      if (canvas.current && picture !== drawn) {
        drawPicture(canvas.current, picture);
        drawn = picture;
      }
      request = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(request);
  }, [session]);

  const choose = (event: MouseEvent) => session.enrol(event.detail === 0 ? null : tapIn(canvas.current!, event));

  return (
    <UnstyledButton
      onClick={choose}
      aria-label={label}
      style={{ display: 'block', position: 'relative', width: '100%', background: '#101418', borderRadius: 8 }}
    >
      <canvas
        ref={canvas}
        width={640}
        height={480}
        style={{
          display: 'block',
          width: '100%',
          height: 'clamp(220px, calc(100vh - 444px), 720px)',
          objectFit: 'contain',
        }}
      />
      {notice && (
        <Box
          pos="absolute"
          left={0}
          right={0}
          bottom={0}
          p={6}
          bg="rgba(16, 20, 24, 0.86)"
          style={{ borderRadius: '0 0 8px 8px' }}
        >
          <Text c="white" fw={600} size="sm" ta="center">
            {notice}
          </Text>
        </Box>
      )}
    </UnstyledButton>
  );
});

/** Where in the camera's pixels a tap was; the canvas shows the picture whole, with bars at two sides. */
function tapIn(canvas: HTMLCanvasElement, { clientX, clientY }: MouseEvent): { xPx: number; yPx: number } {
  const bounds = canvas.getBoundingClientRect();
  const shown = Math.min(bounds.width / canvas.width, bounds.height / canvas.height);
  return {
    xPx: (clientX - bounds.left - (bounds.width - canvas.width * shown) / 2) / shown,
    yPx: (clientY - bounds.top - (bounds.height - canvas.height * shown) / 2) / shown,
  };
}

import { useElementSize } from '@mantine/hooks';
import { memo, useEffect, useRef } from 'react';
import type { LiveSession } from '../live-session.ts';
import { drawRecent } from './draw-recent.ts';

interface RecentTimelineProps {
  readonly session: LiveSession;
  /** Drawn again when this changes. */
  readonly elapsedSeconds: number;
}

/** The last three minutes, with gaps and why they are there. */
export const RecentTimeline = memo(function RecentTimeline({ session, elapsedSeconds }: RecentTimelineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref: frame, width } = useElementSize();
  useEffect(() => {
    if (canvas.current && session.recording && width > 0) {
      drawRecent(canvas.current, session.recording.history, elapsedSeconds * 1000);
    }
  }, [session, elapsedSeconds, width]);
  return (
    <div ref={frame}>
      <canvas
        ref={canvas}
        role="img"
        aria-label="The last three minutes: emotions with their confidence, gaps with their reasons, markers"
        style={{ display: 'block', width: '100%', height: 'clamp(84px, 13vh, 128px)' }}
      />
    </div>
  );
});

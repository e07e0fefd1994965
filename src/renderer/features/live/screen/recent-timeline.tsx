import { useElementSize } from '@mantine/hooks';
import { memo, useEffect, useRef } from 'react';
import { useMarks } from '../markers/use-marks.ts';
import type { Recording } from '../recording/recording.ts';
import { drawRecent } from './draw-recent.ts';

interface RecentTimelineProps {
  readonly recording: Recording;
  /** Drawn again when this changes. */
  readonly elapsedSeconds: number;
}

/** The last three minutes, with gaps and why they are there. */
export const RecentTimeline = memo(function RecentTimeline({ recording, elapsedSeconds }: RecentTimelineProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref: frame, width } = useElementSize();
  const marks = useMarks(recording.notes);
  useEffect(() => {
    if (canvas.current && width > 0) {
      drawRecent(canvas.current, { history: recording.history, marks }, elapsedSeconds * 1000);
    }
  }, [recording, marks, elapsedSeconds, width]);
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

import { useElementSize } from '@mantine/hooks';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Emotion } from '../../../../core/emotion/emotion.ts';
import { useMarks } from '../entries/use-marks.ts';
import type { SessionRecorder } from '../recorder/session-recorder.ts';
import { drawRecent } from './draw-recent.ts';
import { useLiveWords } from './use-live-words.ts';

interface RecentTimelineProps {
  readonly recorder: SessionRecorder;
  /** Emotions that were validated on children; the others are hatched. */
  readonly validated: readonly Emotion[];
  /** Drawn again when this changes. */
  readonly elapsedSeconds: number;
}

/** The last three minutes, with valence below, and gaps with their reasons. */
export const RecentTimeline = memo(function RecentTimeline({
  recorder,
  validated,
  elapsedSeconds,
}: RecentTimelineProps) {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref: frame, width } = useElementSize();
  const marks = useMarks(recorder.entries);
  useEffect(() => {
    if (canvas.current && width > 0) {
      const { emotion, glyph, gap } = words;
      const unvalidated = (named: Emotion) => t(($) => $.reading.unvalidated, { emotion: emotion(named) });
      const lane = t(($) => $.reading.valenceLane);
      drawRecent(
        canvas.current,
        { history: recorder.history, marks, validated },
        { nowMs: elapsedSeconds * 1000, words: { emotion, glyph, gap, unvalidated, valence: lane } },
      );
    }
  }, [recorder, marks, validated, elapsedSeconds, width, words, t]);
  return (
    <div ref={frame}>
      <canvas
        ref={canvas}
        data-turned
        role="img"
        aria-label={t(($) => $.reading.strip)}
        style={{ display: 'block', width: '100%', height: 'clamp(90px, calc(20vh - 76px), 148px)' }}
      />
    </div>
  );
});

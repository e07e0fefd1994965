import type { SessionWindow } from '../../../../contract/review.ts';
import { EMOTIONS, type Emotion } from '../../../../core/emotion/emotion.ts';
import type { TimeRange } from '../../../ui/timeline/time-range.ts';
import { endOf } from '../../../ui/timeline/window-rows.ts';

/** What the machine named most over a stretch. */
export interface ReadingOver {
  /** Null: it was "not sure" most of the time. */
  readonly emotion: Emotion | null;
  /** Share of the time with readings that it held, 0 to 1. */
  readonly share: number;
  /** Time of the stretch with readings. */
  readonly readMs: number;
}

/** @returns Null when the machine read nothing there. */
export function readingOver(window: SessionWindow, { fromMs, toMs }: TimeRange): ReadingOver | null {
  const msByNamed: number[] = new Array(EMOTIONS.length + 1).fill(0); // "not sure" first
  let readMs = 0;
  for (let row = 0; row < window.count; row++) {
    const ms = Math.min(endOf(window, row), toMs) - Math.max(window.atMs[row]!, fromMs);
    if (ms <= 0) continue;
    msByNamed[window.emotion[row]! + 1]! += ms;
    readMs += ms;
  }
  if (readMs === 0) return null;
  const most = msByNamed.indexOf(Math.max(...msByNamed));
  return { emotion: EMOTIONS[most - 1] ?? null, share: msByNamed[most]! / readMs, readMs };
}

import { EMOTIONS } from '../emotion/emotion.ts';
import type { SampleColumns } from './sample-columns.ts';
import type { ReadingOver } from './timeline-schema.ts';

/**
 * What the model named for most of a stretch, counted as a session's summary counts time: each sample for as long as it
 * holds, cut where the stretch begins and ends. Screen, report and data all state this one. Of two emotions named
 * equally long the first in the order of EMOTIONS counts, and any emotion before "not sure".
 *
 * @param samples In the order of time: all of a session, or all that reach into the stretch.
 * @param holds Milliseconds that each counts, as {@link holdsMs} gives them.
 * @param stretch `toMs` is exclusive.
 * @returns Null when nothing was read there.
 */
export function readOver(
  samples: Pick<SampleColumns, 'count' | 'atMs' | 'emotion'>,
  holds: Float64Array,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): ReadingOver | null {
  const msByEmotion = EMOTIONS.map(() => 0);
  let notSureMs = 0;
  for (let row = 0; row < samples.count; row += 1) {
    const atMs = samples.atMs[row]!;
    if (atMs >= toMs) break;
    const ms = Math.min(atMs + holds[row]!, toMs) - Math.max(atMs, fromMs);
    if (ms <= 0) continue;
    const emotion = samples.emotion[row]!;
    if (emotion < 0) notSureMs += ms;
    else msByEmotion[emotion]! += ms;
  }
  const readMs = msByEmotion.reduce((sum, ms) => sum + ms, notSureMs);
  if (readMs === 0) return null;
  const mostMs = Math.max(...msByEmotion);
  return mostMs >= notSureMs
    ? { emotion: EMOTIONS[msByEmotion.indexOf(mostMs)]!, share: mostMs / readMs, readMs }
    : { emotion: null, share: notSureMs / readMs, readMs };
}

import { EMOTIONS } from '../emotion/emotion.ts';
import { PROBABILITIES, type SampleColumns } from './sample-columns.ts';
import type { Episode } from './timeline-schema.ts';

/** Shorter than this it is a reading, not an episode. */
const MIN_EPISODE_MS = 1000;

/** Other readings within an episode, "not sure" among them, up to this long at a time: a blink or one misread frame. */
const MAX_LAPSE_MS = 250;

/** Part of an episode's time that must name its emotion, so that flicker between two is not called either. */
const MIN_NAMED_SHARE = 0.8;

const ROUNDING_MS = 1e-6;

/**
 * The episodes of a session. They do not overlap, and none reaches over time without a sample.
 *
 * An episode begins with a sample that names an emotion and goes on as long as the samples follow each other without a
 * hole and the emotion is named again within {@link MAX_LAPSE_MS}. It ends with the last sample that names it, is kept
 * if it lasted {@link MIN_EPISODE_MS} and named its emotion for {@link MIN_NAMED_SHARE} of that, and the search goes on
 * after it.
 *
 * @param holds From holdsMs: how long each sample counts.
 */
export function episodes(samples: SampleColumns, holds: Float64Array): Episode[] {
  const found: Episode[] = [];
  let row = 0;
  while (row < samples.count) {
    if (samples.emotion[row]! < 0) {
      row += 1;
      continue;
    }
    const last = lastRowOfEpisode(samples, holds, row);
    const episode = episodeOver(samples, holds, row, last);
    if (episode) found.push(episode);
    row = last + 1;
  }
  return found;
}

function lastRowOfEpisode(samples: SampleColumns, holds: Float64Array, first: number): number {
  const emotion = samples.emotion[first]!;
  let last = first;
  for (let row = first + 1; row < samples.count; row += 1) {
    if (samples.atMs[row]! - endMs(samples, holds, row - 1) > ROUNDING_MS) break;
    if (samples.atMs[row]! - endMs(samples, holds, last) > MAX_LAPSE_MS) break;
    if (samples.emotion[row] === emotion) last = row;
  }
  return last;
}

function episodeOver(samples: SampleColumns, holds: Float64Array, first: number, last: number): Episode | null {
  const index = samples.emotion[first]!;
  const fromMs = samples.atMs[first]!;
  const toMs = endMs(samples, holds, last);
  if (toMs - fromMs < MIN_EPISODE_MS) return null;
  let namedMs = 0;
  let probabilitySum = 0;
  for (let row = first; row <= last; row += 1) {
    if (samples.emotion[row] === index) namedMs += holds[row]!;
    probabilitySum += samples.probabilities[row * PROBABILITIES + index]!;
  }
  if (namedMs < MIN_NAMED_SHARE * (toMs - fromMs)) return null;
  return { emotion: EMOTIONS[index]!, fromMs, toMs, meanProbability: probabilitySum / (last - first + 1) };
}

function endMs(samples: SampleColumns, holds: Float64Array, row: number): number {
  return samples.atMs[row]! + holds[row]!;
}

import { EMOTIONS } from '../../src/core/emotion/emotion.ts';
import type { Gap } from '../../src/core/emotion/gap.ts';
import type { Sample } from '../../src/core/emotion/sample.ts';

const READINGS_A_SECOND = 15;
/** The child is away for one minute in twenty. */
const AWAY_EVERY_MS = 20 * 60_000;
const AWAY_MS = 60_000;

/** What a session of 15 readings a second has in a stretch of it, made up. */
export function madeBatch(fromMs: number, batchMs: number): { samples: Sample[]; gaps: Gap[] } {
  if (fromMs % AWAY_EVERY_MS >= AWAY_EVERY_MS - AWAY_MS) {
    return { samples: [], gaps: [{ fromMs, toMs: fromMs + batchMs, reason: 'no-face' }] };
  }
  const first = Math.ceil((fromMs * READINGS_A_SECOND) / 1000);
  const end = Math.ceil(((fromMs + batchMs) * READINGS_A_SECOND) / 1000);
  const samples = Array.from({ length: end - first }, (_, index) =>
    sampleAt(((first + index) * 1000) / READINGS_A_SECOND),
  );
  return { samples, gaps: [] };
}

/** A face that changes slowly, each emotion in its own time. */
function sampleAt(atMs: number): Sample {
  const weights = EMOTIONS.map((_, index) => Math.exp(2 * Math.sin(atMs / (4000 + 1700 * index))));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const probabilities = weights.map((weight) => weight / sum);
  const best = probabilities.indexOf(Math.max(...probabilities));
  return {
    atMs,
    probabilities,
    emotion: probabilities[best]! > 0.3 ? EMOTIONS[best]! : null,
    box: { xPx: 300, yPx: 200, widthPx: 160, heightPx: 180 },
    quality: { brightness: 0.5, sharpness: 200, eyeDistancePx: 60, yawDeg: 4 },
  };
}

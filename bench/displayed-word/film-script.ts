import type { Emotion } from '../../src/core/emotion/emotion.ts';
import { randomAt } from '../../src/core/training/views/random.ts';

/** One expression of a composed film. */
export interface Stretch {
  readonly emotion: Emotion;
  /** Index into the pictures that the film may show. */
  readonly picture: number;
  readonly fromMs: number;
  readonly toMs: number;
}

export interface Picture {
  readonly emotion: Emotion;
}

const SHORTEST_MS = 1500;
const LONGEST_MS = 5000;

/**
 * What a film shows: one expression after another, each another emotion than the one before, held for 1.5 to 5 s as the
 * seed has it.
 *
 * @param pictures Of one child, of at least two emotions.
 */
export function filmScript(pictures: readonly Picture[], lengthMs: number, seed: number): Stretch[] {
  const random = randomAt(seed);
  const stretches: Stretch[] = [];
  for (let fromMs = 0; fromMs < lengthMs; ) {
    const before = stretches.at(-1)?.emotion;
    const others = pictures.flatMap(({ emotion }, picture) => (emotion === before ? [] : [{ emotion, picture }]));
    const { emotion, picture } = others[random.integer(others.length)]!;
    const toMs = Math.min(lengthMs, fromMs + random.between(SHORTEST_MS, LONGEST_MS));
    stretches.push({ emotion, picture, fromMs, toMs });
    fromMs = toMs;
  }
  return stretches;
}

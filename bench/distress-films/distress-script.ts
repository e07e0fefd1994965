import { type Emotion, NEGATIVE_EMOTIONS } from '../../src/core/emotion/emotion.ts';
import type { ShownStretch, Shows } from '../../src/core/timeline/testing/distress-by-second.ts';
import { randomAt } from '../../src/core/training/views/random.ts';
import type { Picture, Stretch } from '../displayed-word/film-script.ts';

/** The line is calmer than the word, so that faces stay longer than in the films for that. */
const SHORTEST_MS = 3000;
const LONGEST_MS = 12_000;

const REST_OF_CALM = 0.5;

export function showsOf(emotion: Emotion): Shows {
  if ((NEGATIVE_EMOTIONS as readonly Emotion[]).includes(emotion)) return 'distress';
  return emotion === 'neutral' ? 'rest' : 'other';
}

/**
 * A film of distress and of none, in turn: a negative emotion, then a face at rest (as often as not) or another calm one, each
 * held for 3 to 12 s, as the seed has it.
 *
 * @param pictures Of one child.
 * @throws RangeError when one of the three kinds is missing.
 */
export function distressScript(
  pictures: readonly Picture[],
  lengthMs: number,
  seed: number,
): (Stretch & ShownStretch)[] {
  const random = randomAt(seed, 3);
  const byKind = Map.groupBy(pictures.keys(), (picture) => showsOf(pictures[picture]!.emotion));
  const stretches: (Stretch & ShownStretch)[] = [];
  let isDistress = random.uniform() < 0.5;
  for (let fromMs = 0; fromMs < lengthMs; isDistress = !isDistress) {
    const shows = isDistress ? 'distress' : random.uniform() < REST_OF_CALM ? 'rest' : 'other';
    const own = byKind.get(shows);
    if (!own) throw new RangeError(`a picture that shows ${shows} was expected; found none`);
    const picture = own[random.integer(own.length)]!;
    const toMs = Math.min(lengthMs, fromMs + random.between(SHORTEST_MS, LONGEST_MS));
    stretches.push({ emotion: pictures[picture]!.emotion, picture, shows, fromMs, toMs });
    fromMs = toMs;
  }
  return stretches;
}

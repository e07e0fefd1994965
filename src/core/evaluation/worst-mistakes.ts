import type { Emotion } from '../emotion/emotion.ts';
import { mostLikely } from './most-likely.ts';
import type { ScoredImages } from './scored-images.ts';

/** An image on which the model was wrong. */
export interface Mistake {
  /** Row of the images. */
  readonly row: number;
  readonly shown: Emotion;
  readonly named: Emotion;
  /** Of what was named, 0 to 1. */
  readonly confidence: number;
}

/**
 * The images on which the model was wrong and surest of it, surest first: where a label is wrong, a face is hard, or
 * the model has learnt something it should not.
 *
 * @param most As many at most.
 */
export function worstMistakes({ probabilities, classes, truth }: ScoredImages, most: number): Mistake[] {
  const { predicted, confidence } = mostLikely(probabilities, classes.length);
  return [...truth.keys()]
    .filter((row) => predicted[row] !== truth[row])
    .sort((a, b) => confidence[b]! - confidence[a]! || a - b)
    .slice(0, most)
    .map((row) => ({
      row,
      shown: classes[truth[row]!]!,
      named: classes[predicted[row]!]!,
      confidence: confidence[row]!,
    }));
}

import { ENOUGH_TEST_IMAGES } from '../../dataset/enough-images.ts';
import type { Emotion } from '../../emotion/emotion.ts';
import type { ScoredImages } from '../scored-images.ts';

/**
 * The classes that at least so many images show, in the order of the images' classes; what an evaluation may be
 * restricted to so that a class with a handful of images does not weigh as much as one with hundreds.
 */
export function classesShown({ classes, truth }: ScoredImages, atLeast = ENOUGH_TEST_IMAGES): Emotion[] {
  return classes.filter((_, each) => truth.filter((shown) => shown === each).length >= atLeast);
}

import type { Emotion } from '../emotion/emotion.ts';
import type { ScoredImages } from './scored-images.ts';

/** With fewer images than this, a recall says next to nothing: its interval spans more than .4. */
export const ENOUGH_IMAGES = 20;

/**
 * The classes that at least so many images show, in the order of the images' classes; what an evaluation may be
 * restricted to so that a class with a handful of images does not weigh as much as one with hundreds.
 */
export function classesShown({ classes, truth }: ScoredImages, atLeast = ENOUGH_IMAGES): Emotion[] {
  return classes.filter((_, each) => truth.filter((shown) => shown === each).length >= atLeast);
}

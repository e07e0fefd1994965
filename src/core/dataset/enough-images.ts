/**
 * Test images that an emotion needs for a figure of its own: with fewer, one image more or less changes its recall by more
 * than a tenth. Below this number an emotion is neither counted in a test nor called validated, and with it only where it is
 * shown to be found more often than by chance (evaluation/shown-on-children.ts).
 */
export const ENOUGH_TEST_IMAGES = 10;
